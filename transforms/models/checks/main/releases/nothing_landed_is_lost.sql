-- The newest landed revision of a release is in the ledger or stands in quarantine.
select landed.release_id, landed.revision, landed.file
from landing.revisions as landed
semi join (
    select release_id, max(revision) as revision from landing.revisions group by release_id
) as newest using (release_id, revision)
left join main.releases as release using (release_id, revision)
left join landing.quarantine as quarantined on quarantined.source_id = landed.source_id and quarantined.file = landed.file
where release.release_id is null and quarantined.quarantine_id is null
