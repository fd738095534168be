-- The activities that an export takes, with names beside codes. An empty list lets everything through.
-- What has no year of its own is placed in time by its release's publication date, as month_basis says.
select activity.*
from activities_named as activity
left join countries as country on country.country_code = activity.country_code
where
    (getvariable('duplicates')::boolean or not activity.is_duplicate)
    and (len(getvariable('country')::varchar[]) = 0 or list_contains(getvariable('country')::varchar[], coalesce(activity.country_code, 'ZZ')))
    and (
        len(getvariable('region')::varchar[]) = 0
        or list_contains(getvariable('region')::varchar[], coalesce(activity.region_code, ''))
        or list_contains(getvariable('region')::varchar[], coalesce(country.region_code, ''))
        or list_contains(getvariable('region')::varchar[], coalesce(country.subregion_code, ''))
    )
    and (
        len(getvariable('sector')::varchar[]) = 0
        or list_contains(getvariable('sector')::varchar[], coalesce(activity.sector_category, '998'))
        or list_contains(getvariable('sector')::varchar[], coalesce(activity.sector_code, ''))
    )
    and (len(getvariable('kind')::varchar[]) = 0 or list_contains(getvariable('kind')::varchar[], activity.kind))
    and (len(getvariable('organisation')::varchar[]) = 0 or list_contains(getvariable('organisation')::varchar[], activity.organisation))
    and (len(getvariable('release')::varchar[]) = 0 or list_contains(getvariable('release')::varchar[], activity.release_id))
    and (getvariable('since')::date is null or coalesce(activity.date_start, activity.reported_on) >= getvariable('since')::date)
    and (getvariable('until')::date is null or coalesce(activity.date_start, activity.reported_on) <= getvariable('until')::date)
    and activity.confidence >= getvariable('min_confidence')::double
