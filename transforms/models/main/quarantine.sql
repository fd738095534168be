-- What could not be taken when it was landed, and what landed and could not be read: of a release, its newest revision.
-- A broken revision that a newer one has replaced is mended.
with newest as (
    select release_id, max(revision) as revision from landing.revisions group by release_id
)

select quarantine_id, source_id, file, reason, detail, content_sha256, seen_at
from landing.quarantine
union
select refused.quarantine_id, refused.source_id, refused.file, refused.reason, refused.detail, refused.content_sha256, refused.seen_at
from staging.refused as refused
semi join newest using (release_id, revision)
anti join landing.quarantine using (quarantine_id)
