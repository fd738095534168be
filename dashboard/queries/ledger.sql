-- The whole published file: what was read, whatever the filters say.
select
    snapshot.snapshot_id,
    snapshot.built_at,
    snapshot.releases,
    snapshot.duplicates,
    snapshot.quarantined,
    snapshot.activities,
    release.silent,
    release.unpublished,
    release.last_published_on
from snapshot
cross join (
    select
        count(*) filter (where activities = 0) as silent,
        count(*) filter (where published_on is null) as unpublished,
        max(published_on) as last_published_on
    from releases
    where is_current and duplicate_of is null
) as release
