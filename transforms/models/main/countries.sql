-- Codes and names from the vocabulary, and the bucket for "not said".
select
    iso2 as country_code,
    iso3,
    iso_numeric,
    name as country,
    region_code,
    coalesce(intermediate_code, subregion_code) as subregion_code
from read_csv(getvariable('vocabulary') || '/countries.csv', all_varchar = true, nullstr = '')
union all
select 'ZZ', null, null, 'Country not said', null, null
