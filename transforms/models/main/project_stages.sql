-- How far each project is told to be, stage by stage, each with the first activity that says so.
select
    activity.project_id,
    project.stage,
    min(coalesce(activity.date_start, activity.reported_on)) as first_on,
    max(coalesce(activity.date_start, activity.reported_on)) as last_on,
    arg_min(activity.activity_id, (coalesce(activity.date_start, activity.reported_on, date '9999-12-31'), activity.activity_id)) as activity_id,
    list(activity.activity_id order by coalesce(activity.date_start, activity.reported_on) nulls last, activity.activity_id) as activity_ids,
    count(*) as activities
from main.activities as activity
inner join staging.projects as project using (activity_id)
where not activity.is_duplicate
group by all
