-- Names of all countries and sector categories, for frames that do not come from a query.
select 'country' as axis, country_code as code, country as name from countries
union all
select 'sector', sector_code, sector from sectors where len(sector_code) = 3
