-- The row of all says what the tables of releases, activities and projects hold.
select whole.activities, whole.releases, whole.projects
from main.totals as whole
where
    whole.axis = 'all'
    and (whole.activities, whole.releases, whole.projects) <> (
        (select count(*) from main.activities where not is_duplicate),
        (select count(*) from main.releases where is_current and duplicate_of is null and activities > 0),
        (select count(*) from main.projects)
    )
