-- Purpose codes with their categories; each category also has a row of its own, and 998 is "not said".
select code as sector_code, name as sector, category_code, category_name as category
from read_csv(getvariable('vocabulary') || '/sectors.csv', all_varchar = true)
where category_code <> '998'
union
select code, name, code, name
from read_csv(getvariable('vocabulary') || '/sector_categories.csv', all_varchar = true)
where code <> '998'
union
select '998', 'Sector not said', '998', 'Sector not said'
