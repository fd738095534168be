-- Activities from a day on. What has no year of its own stands at its release's publication date; month_basis tells the two apart.
select activity.*
from main.activities_named as activity
where
    not activity.is_duplicate
    and coalesce(activity.date_start, activity.reported_on) >= (day || substring('0001-01-01', length(day) + 1))::date
