-- Activities by country and sector category, the unknown in buckets of their own.
select
    country_key as country_code,
    any_value(country) as country,
    sector_key as sector_category,
    any_value(category) as category,
    count(*) as activities,
    count(distinct release_id) as releases
from filtered
group by country_key, sector_key
order by activities desc, country, category
