-- Undertakings of up to three activities.
select
    project_id,
    'Project ' || project_id as title,
    any_value(country_code) as country_code,
    mode(sector_category) as sector_category,
    ['agreed', 'under construction', 'under way', 'completed'][1 + drawn_of(project_id, '', 4)] as status,
    min(coalesce(date_start, reported_on)) as agreed_on,
    null::date as started_on,
    null::date as completed_on,
    min(coalesce(date_start, reported_on)) as first_on,
    max(coalesce(date_start, reported_on)) as last_on,
    count(distinct release_id) as releases,
    count(*) as activities
from main.activities
where project_id is not null and not is_duplicate
group by project_id
