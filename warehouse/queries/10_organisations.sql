-- Which organisations report on how many countries and sectors?
select
    organisation,
    count(distinct release_id) as releases,
    count(*) as activities,
    count(distinct country_code) as countries,
    count(distinct sector_category) as sectors
from activities_named
where not is_duplicate and organisation is not null
group by organisation
order by activities desc, organisation
limit 10
