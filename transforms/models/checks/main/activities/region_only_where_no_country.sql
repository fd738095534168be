-- A row is placed in a country or in a region, so that nothing is counted in both.
select activity_id, country_code, region_code
from main.activities
where country_code is not null and region_code is not null
