-- Undertakings: activities that linking and rulings hold together. A completion that is followed by works was one of a part.
with stages as (
    select
        project_id,
        min(first_on) filter (where stage = 'agreed') as agreed_on,
        min(first_on) filter (where stage in ('under construction', 'under way')) as started_on,
        max(last_on) filter (where stage = 'completed') as completed_on,
        max(last_on) filter (where stage in ('under construction', 'under way')) as last_at_work_on,
        max(last_on) filter (where stage = 'cancelled') as cancelled_on,
        max(last_on) filter (where stage <> 'cancelled') as last_heard_on,
        list(stage) as told
    from main.project_stages
    group by project_id
),

members as (
    select
        activity.*,
        project.name,
        project.names,
        coalesce(activity.date_start, activity.reported_on) as told_on,
        (coalesce(activity.date_start, activity.reported_on, date '9999-12-31'), activity.activity_id) as place,
        count(*) over (partition by activity.project_id, project.name) as same_name
    from main.activities as activity
    inner join staging.projects as project using (activity_id)
    where not activity.is_duplicate
),

projects as (
    select
        project_id,
        arg_max(name, (names, same_name, -epoch(place[1]), activity_id)) as title,
        arg_min(coalesce(country_code, ''), place) as country_code,
        mode(sector_category order by sector_category) as sector_category,
        min(told_on) as first_on,
        max(told_on) as last_on,
        count(distinct release_id) as releases,
        count(*) as activities
    from members
    group by project_id
)

select
    project.project_id,
    project.title,
    nullif(project.country_code, '') as country_code,
    project.sector_category,
    case
        when list_contains(stage.told, 'cancelled') and coalesce(stage.last_heard_on <= stage.cancelled_on, true) then 'cancelled'
        when list_contains(stage.told, 'completed') and coalesce(stage.last_at_work_on <= stage.completed_on, true) then 'completed'
        when list_contains(stage.told, 'under construction') then 'under construction'
        when list_contains(stage.told, 'under way') then 'under way'
        when list_contains(stage.told, 'completed') then 'completed'
        else 'agreed'
    end as status,
    stage.agreed_on,
    stage.started_on,
    stage.completed_on,
    project.first_on,
    project.last_on,
    project.releases,
    project.activities
from projects as project
inner join stages as stage using (project_id)
