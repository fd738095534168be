-- The latest sentences with their release, those without a date last; of one release not more than two. A sentence that tells several
-- activities stands once, for the one that is surest.
select
    kind,
    category,
    place_name,
    date_edtf,
    reported_on,
    confidence,
    evidence,
    organisation,
    title,
    published_on,
    release_id,
    revision
from (
    from filtered
    where not is_duplicate
    qualify row_number() over (partition by release_id, evidence order by confidence desc, activity_id) = 1
)
qualify row_number() over (partition by release_id order by confidence desc, activity_id) <= 2
order by placed_on desc nulls last, confidence desc, activity_id
limit $top::bigint
