-- The latest sentences with their release, those without a date last; of one release not more than two. A sentence that tells several
-- activities stands once, for the one that is surest.
select
    told.kind,
    told.category,
    told.place_name,
    activity.date_edtf,
    told.reported_on,
    told.confidence,
    activity.evidence,
    release.organisation,
    release.title,
    release.published_on,
    release.release_id,
    release.revision
from (
    from filtered
    where not is_duplicate
) as told
inner join activities as activity on activity.activity_id = told.activity_id
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
qualify
    row_number() over (partition by told.release_id, activity.evidence order by told.confidence desc, told.activity_id) = 1
    and dense_rank() over (partition by told.release_id order by told.confidence desc, activity.evidence) <= 2
order by told.placed_on desc nulls last, told.confidence desc, told.activity_id
limit $top::bigint
