-- Codes, names and points from the vocabulary, and the bucket for "not said".
select
    country.iso2 as country_code,
    country.iso3,
    country.iso_numeric,
    country.name as country,
    country.region_code,
    coalesce(country.intermediate_code, country.subregion_code) as subregion_code,
    point.latitude,
    point.longitude
from read_csv(getvariable('vocabulary') || '/countries.csv', all_varchar = true, nullstr = '') as country
left join read_csv(
    getvariable('vocabulary') || '/points.csv',
    columns = {'country': 'varchar', 'admin1': 'varchar', 'term': 'varchar', 'latitude': 'double', 'longitude': 'double'},
    nullstr = ''
) as point on point.country = country.iso2 and point.admin1 is null and point.term is null
union all
select 'ZZ', null, null, 'Country not said', null, null, null, null
