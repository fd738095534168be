-- The activities that the filters let through, with the names beside the codes and the month that charts place them in.
-- Every query that says `from filtered` reads from it. An empty list lets everything through; a region lets through its countries, and
-- what names no more than the region.
-- An activity without a year of its own stands at its release's publication date, and month_basis says so.
select
    activity.*,
    coalesce(activity.country_code, 'ZZ') as country_key,
    country.country,
    country.iso_numeric,
    region.region,
    coalesce(activity.sector_category, '998') as sector_key,
    category.sector as category,
    release.organisation,
    release.title,
    release.published_on,
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
    end as month_basis
from activities as activity
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
left join countries as country on country.country_code = coalesce(activity.country_code, 'ZZ')
left join regions as region on region.region_code = activity.region_code
left join sectors as category on category.sector_code = coalesce(activity.sector_category, '998')
where
    ($duplicates or not activity.is_duplicate)
    and (len($organisations::varchar[]) = 0 or list_contains($organisations::varchar[], release.organisation))
    and (
        len($places::varchar[]) = 0
        or list_contains($places::varchar[], country.country_code)
        or list_contains($places::varchar[], country.region_code)
        or list_contains($places::varchar[], country.subregion_code)
        or list_contains($places::varchar[], activity.region_code)
    )
    and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], coalesce(activity.sector_category, '998')))
    and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], activity.kind))
    and (len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], coalesce(activity.status, 'not said')))
    and (
        $ground::varchar = ''
        or ($ground::varchar = 'home' and activity.country_code = release.home_country)
        or ($ground::varchar = 'abroad' and activity.country_code <> release.home_country)
    )
    and (
        $first_on::date is null
        or coalesce(activity.date_start, activity.reported_on) between $first_on::date and $last_on::date
    )
