-- The newest landed revision of a release is in the ledger or stands in quarantine.
select landed.release_id, landed.revision, landed.file
from landing.revisions as landed
semi join (
    select release_id, max(revision) as revision from landing.revisions group by release_id
) as newest using (release_id, revision)
anti join main.releases using (release_id, revision)
anti join staging.refused using (release_id, revision)
