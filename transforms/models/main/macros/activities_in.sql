-- Activities placed in a country or region, whichever way it is written.
select activity.*
from main.activities_named as activity
left join main.countries as place on place.country_code = activity.country_code
where
    not activity.is_duplicate
    and (
        lower(trim(wanted)) in (lower(activity.country_code), lower(place.iso3), lower(activity.country))
        or lower(trim(wanted)) in (activity.region_code, place.region_code, place.subregion_code)
        or lower(trim(wanted)) in (lower(activity.region), lower(activity.continent))
    )
