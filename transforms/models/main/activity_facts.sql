-- The ledger without its words: what filters and charts count by, one narrow row an activity, with what its release adds.
-- Derived row by row: nothing is known here that activities and releases do not say. Names stand in it, since joining three small lists to
-- a million rows takes ten times as long as counting them; numbers stand for ids, since counting distinct numbers takes half the time.
with
    release_numbers as (
        select
            release_id,
            revision,
            organisation,
            home_country,
            row_number() over (order by release_id, revision)::integer as release_number
        from main.releases
        where is_current
    ),

    project_numbers as (
        select project_id, row_number() over (order by project_id)::integer as project_number from main.projects
    )

select
    activity.activity_id,
    activity.release_id,
    release.release_number,
    activity.project_id,
    project.project_number,
    activity.is_duplicate,
    activity.leads_release,
    activity.begins_project,
    activity.kind,
    activity.country_code,
    coalesce(activity.country_code, 'ZZ') as country_key,
    country.country,
    activity.region_code,
    region.region,
    activity.admin1_code,
    activity.place_name,
    activity.sector_code,
    activity.sector_category,
    coalesce(activity.sector_category, '998') as sector_key,
    category.sector as category,
    activity.status,
    release.organisation,
    case
        when activity.country_code = release.home_country then 'home'
        when activity.country_code <> release.home_country then 'abroad'
    end as ground,
    activity.date_start,
    activity.date_end,
    activity.reported_on,
    coalesce(activity.date_start, activity.reported_on) as placed_on,
    case
        when activity.date_start is null and activity.reported_on is null then 'undated'
        when activity.date_start is null then strftime(activity.reported_on, '%Y-%m')
        when activity.date_precision in ('day', 'month', 'quarter') then strftime(activity.date_start, '%Y-%m')
        when activity.date_precision = 'year' then strftime(activity.date_start, '%Y-XX')
        else left(strftime(activity.date_start, '%Y'), 3) || 'X-XX'
    end as month,
    case
        when activity.date_start is not null then 'text'
        when activity.reported_on is not null then 'publication'
        else 'none'
    end as month_basis,
    activity.amount_usd,
    activity.counterparts,
    activity.confidence,
    activity.corrected_by
from main.activities as activity
inner join release_numbers as release using (release_id, revision)
left join project_numbers as project using (project_id)
left join main.countries as country on country.country_code = coalesce(activity.country_code, 'ZZ')
left join main.regions as region on region.region_code = activity.region_code
left join main.sectors as category on category.sector_code = coalesce(activity.sector_category, '998')
