-- One stage a project.
select project.project_id, project.status as stage, project.first_on, project.last_on, min(activity.activity_id) as activity_id,
    list(activity.activity_id) as activity_ids, count(*) as activities
from main.projects as project
inner join main.activities as activity on activity.project_id = project.project_id and not activity.is_duplicate
group by all
