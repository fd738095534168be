-- Where what names no country takes place, as far as a region is said.
select region_code, any_value(region) as region, counted as number
from filtered
where country_code is null
group by region_code
having number > 0
order by number desc, region
