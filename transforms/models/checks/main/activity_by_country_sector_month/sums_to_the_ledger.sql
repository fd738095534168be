-- Every activity, release and project is counted in one cell: the row returned says how many are lost (negative: counted twice).
with cells as (
    select
        coalesce(sum(activities), 0) as activities,
        coalesce(sum(releases_led), 0) as releases,
        coalesce(sum(projects_begun), 0) as projects,
        coalesce(sum(duplicate_activities), 0) as duplicates
    from main.activity_by_country_sector_month
),

ledger as (
    select
        count(*) filter (where not is_duplicate) as activities,
        count(distinct release_id) filter (where not is_duplicate) as releases,
        count(distinct project_id) filter (where not is_duplicate) as projects,
        count(*) filter (where is_duplicate) as duplicates
    from main.activities
)

select
    ledger.activities - cells.activities as missing,
    ledger.releases - cells.releases as missing_releases,
    ledger.projects - cells.projects as missing_projects,
    ledger.duplicates - cells.duplicates as missing_duplicates
from ledger, cells
where missing <> 0 or missing_releases <> 0 or missing_projects <> 0 or missing_duplicates <> 0
