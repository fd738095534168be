-- Along each axis every activity, every release and every project is counted once: no axis may differ from the row of all.
with sums as (
    select
        axis,
        sum(activities) as activities,
        sum(releases_led) as releases,
        sum(projects_begun) as projects,
        sum(duplicate_activities) as duplicates
    from main.totals
    group by axis
)

select sums.axis, sums.activities, sums.releases, sums.projects, sums.duplicates
from sums, main.totals as whole
where
    whole.axis = 'all'
    and (sums.activities, sums.releases, sums.projects, sums.duplicates)
    <> (whole.activities, whole.releases, whole.projects, whole.duplicate_activities)
