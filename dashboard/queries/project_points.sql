-- Every dated activity of some projects, duplicates left out, with the stage that it tells of.
select
    stage.project_id,
    activity.activity_id,
    coalesce(activity.date_start, activity.reported_on) as told_on,
    stage.stage,
    activity.kind,
    release.organisation
from (
    select project_id, stage, unnest(activity_ids) as activity_id
    from project_stages
    where list_contains($project_ids::varchar[], project_id)
) as stage
inner join activities as activity on activity.activity_id = stage.activity_id
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
where coalesce(activity.date_start, activity.reported_on) is not null
order by told_on, activity.activity_id
