-- How far the projects are that an activity passing the filters belongs to.
select project.status, count(*) as projects
from (select distinct project_id from filtered where project_id is not null) as passed
inner join projects as project on project.project_id = passed.project_id
group by project.status
order by projects desc, project.status
