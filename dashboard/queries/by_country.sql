-- Activities by country, most first; ZZ is the bucket of those without one.
select
    country_key as country_code,
    any_value(country) as country,
    any_value(iso_numeric) as iso_numeric,
    count(*) as activities,
    count(distinct release_id) as releases
from filtered
group by country_key
order by activities desc, country
