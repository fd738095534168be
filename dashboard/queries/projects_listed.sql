-- Projects that an activity passing the filters belongs to, those with most releases first.
select
    project.project_id,
    project.title,
    country.country,
    sector.sector as category,
    project.status,
    project.agreed_on,
    project.started_on,
    project.completed_on,
    project.first_on,
    project.last_on,
    project.releases,
    project.activities
from (select distinct project_id from filtered where project_id is not null) as passed
inner join projects as project on project.project_id = passed.project_id
left join countries as country on country.country_code = project.country_code
left join sectors as sector on sector.sector_code = project.sector_category
where $stage::varchar is null or project.status = $stage::varchar
order by project.releases desc, project.last_on desc nulls last, project.project_id
limit $top::bigint
