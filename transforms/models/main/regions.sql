-- Regions of UN M49, as the places vocabulary lists them.
select code as region_code, name as region
from read_csv(getvariable('vocabulary') || '/m49_regions.csv', all_varchar = true)
