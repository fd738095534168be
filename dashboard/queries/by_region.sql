-- Where the activities without a country take place, as far as a region is said.
select region_code, any_value(region) as region, count(*) as activities, count(distinct release_id) as releases
from filtered
where country_code is null
group by region_code
order by activities desc, region
