-- What is said of a region without naming a country?
select region, kind, evidence
from activities_named
where not is_duplicate and country_code is null and region_code is not null
order by region, activity_id
