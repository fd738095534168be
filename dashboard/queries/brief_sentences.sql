-- The latest sentences with their release, those without a date last; of one release not more than two. A sentence that tells several
-- activities stands once, for the one that is surest.
with once as (
    select told.*, activity.evidence, activity.revision, activity.date_edtf
    from (from filtered where not is_duplicate) as told
    inner join activities as activity on activity.activity_id = told.activity_id
    qualify row_number() over (partition by told.release_id, activity.evidence order by told.confidence desc, told.activity_id) = 1
),

latest as (
    from once
    qualify row_number() over (partition by release_id order by confidence desc, activity_id) <= 2
    order by placed_on desc nulls last, confidence desc, activity_id
    limit $top::bigint
)

select
    latest.kind,
    latest.category,
    latest.place_name,
    latest.date_edtf,
    latest.reported_on,
    latest.confidence,
    latest.evidence,
    release.organisation,
    release.title,
    release.published_on,
    release.release_id,
    release.revision
from latest
inner join releases as release on release.release_id = latest.release_id and release.revision = latest.revision
order by latest.placed_on desc nulls last, latest.confidence desc, latest.activity_id
