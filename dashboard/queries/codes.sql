-- Every code that a correction may set, with its name. Sectors: categories, then purposes.
select 'kind' as axis, kind as code, kind as name from kinds
union all
select 'country', country_code, country from countries where country_code <> 'ZZ'
union all
select 'sector', sector_code, sector_code || ' ' || sector from sectors where category_code <> '998'
order by axis, if(axis = 'sector', code, name)
