-- Every line of the file of rulings, with what became of it on this build.
select
    line,
    ruling_id,
    act,
    state,
    takes_effect,
    problem,
    ruled_by,
    ruled_at,
    why,
    release_id,
    activity_ids,
    evidence,
    fields,
    undoes,
    undone_by
from staging.corrections
