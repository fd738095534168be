-- Codes and names from the vocabulary, and the bucket for "not said".
select
    iso2 as country_code,
    nullif(iso3, '') as iso3,
    nullif(iso_numeric, '') as iso_numeric,
    name as country,
    nullif(region_code, '') as region_code,
    nullif(lpad(coalesce(nullif(intermediate_code, ''), subregion_code), 3, '0'), '000') as subregion_code
from read_csv(getvariable('vocabulary') || '/countries.csv', all_varchar = true, nullstr = '')
union all
select 'ZZ', null, null, 'Country not said', null, null
