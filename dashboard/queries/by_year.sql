-- The headline figures by year of the activities, for the lines beside them.
select
    year(placed_on) as year,
    count(*) as activities,
    count(distinct country_code) as countries,
    count(distinct sector_category) as sectors,
    count(distinct release_id) as releases
from filtered
where year(placed_on) between $first_year and $last_year
group by all
order by year
