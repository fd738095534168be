-- What is counted by country, most first; ZZ is the bucket of what names none.
select
    country_key as country_code,
    any_value(country) as country,
    any_value(iso_numeric) as iso_numeric,
    counted as number
from filtered
group by country_key
having number > 0
order by number desc, country
