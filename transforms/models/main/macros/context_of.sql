-- The sentence of an activity in its surroundings, cut out of the stored release.
select
    activity.activity_id,
    release.title as release_title,
    release.source_uri,
    release.published_on,
    substring(release.body, greatest(activity.evidence_start - 240, 0) + 1, least(activity.evidence_start, 240)) as before,
    activity.evidence,
    substring(release.body, activity.evidence_end + 1, 240) as after
from main.activities as activity
inner join main.releases as release on release.release_id = activity.release_id and release.revision = activity.revision
where activity.activity_id = id
