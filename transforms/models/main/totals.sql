-- The three counters along each axis, the unknown in buckets of their own, and for all.
with cells as (
    select
        coalesce(country_code, 'ZZ') as country,
        coalesce(sector_category, '998') as sector,
        kind,
        case
            when date_start is null then 'undated'
            when date_precision in ('day', 'month', 'quarter') then strftime(date_start, '%Y-%m')
            when date_precision = 'year' then strftime(date_start, '%Y-XX')
            else left(strftime(date_start, '%Y'), 3) || 'X-XX'
        end as month,
        release_id,
        project_id,
        is_duplicate,
        leads_release,
        begins_project
    from main.activities
)

select
    case
        when grouping(country) = 0 then 'country'
        when grouping(sector) = 0 then 'sector'
        when grouping(month) = 0 then 'month'
        when grouping(kind) = 0 then 'kind'
        else 'all'
    end as axis,
    coalesce(country, sector, month, kind, 'all') as value,
    count(*) filter (where not is_duplicate) as activities,
    count(distinct release_id) filter (where not is_duplicate) as releases,
    count(distinct project_id) filter (where not is_duplicate) as projects,
    count(*) filter (where leads_release and not is_duplicate) as releases_led,
    count(*) filter (where begins_project) as projects_begun,
    count(*) filter (where is_duplicate) as duplicate_activities
from cells
group by grouping sets ((country), (sector), (month), (kind), ())
