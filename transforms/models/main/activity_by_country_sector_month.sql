-- Activities by country, sector category and month, with the unknown in buckets of their own, so that every axis adds up to the ledger.
select
    coalesce(activity.country_code, 'ZZ') as country_code,
    coalesce(activity.sector_category, '998') as sector_category,
    case
        when activity.date_start is null then 'undated'
        when activity.date_precision in ('day', 'month', 'quarter') then strftime(activity.date_start, '%Y-%m')
        when activity.date_precision = 'year' then strftime(activity.date_start, '%Y-XX')
        else left(strftime(activity.date_start, '%Y'), 3) || 'X-XX'
    end as month,
    count(*) filter (where not activity.is_duplicate) as activities,
    count(distinct activity.release_id) filter (where not activity.is_duplicate) as releases,
    count(distinct activity.project_id) filter (where not activity.is_duplicate) as projects,
    count(*) filter (where activity.leads_release and not activity.is_duplicate) as releases_led,
    count(*) filter (where activity.begins_project) as projects_begun,
    count(*) filter (where activity.is_duplicate) as duplicate_activities
from main.activities as activity
group by all
