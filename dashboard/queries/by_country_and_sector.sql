-- What is counted by country and sector category, the unknown in buckets of their own.
select
    country_key as country_code,
    any_value(country) as country,
    sector_key as sector_category,
    any_value(category) as category,
    counted as number
from filtered
group by country_key, sector_key
having number > 0
order by number desc, country, category
