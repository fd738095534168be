-- What is counted by country, most first; ZZ is the bucket of what names none.
with counts as (
    select country_key as country_code, any_value(country) as country, counted as number
    from filtered
    group by country_key
    having number > 0
)

select counts.country_code, counts.country, countries.iso_numeric, counts.number
from counts
inner join countries on countries.country_code = counts.country_code
order by counts.number desc, counts.country
