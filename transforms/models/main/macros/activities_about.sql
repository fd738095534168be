-- Activities on a subject, by code or by a part of its name.
select activity.*
from main.activities_named as activity
where
    not activity.is_duplicate
    and (
        starts_with(coalesce(activity.sector_code, activity.sector_category), wanted)
        or contains(lower(activity.category), lower(wanted))
        or contains(lower(activity.sector), lower(wanted))
    )
