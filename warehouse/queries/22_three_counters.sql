-- How many activities, releases and projects in each sector, and which counts may be added up?
select
    coalesce(sector.sector, totals.value) as sector,
    totals.activities,
    totals.releases,
    totals.releases_led as releases_that_add_up,
    totals.projects,
    totals.projects_begun as projects_that_add_up
from totals
left join sectors as sector on sector.sector_code = totals.value
where totals.axis in ('all', 'sector')
order by totals.axis, totals.activities desc, totals.value
limit 8
