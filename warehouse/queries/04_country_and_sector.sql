-- Which sectors in which countries?
select country.country, sector.sector as category, sum(mart.activities) as activities
from activity_by_country_sector_month as mart
inner join countries as country using (country_code)
inner join sectors as sector on sector.sector_code = mart.sector_category
group by all
order by activities desc, country, category
limit 10
