-- Field by field, what the pairs that do not say the same say before and after. Digests are joined, since whole rows would fill the memory.
with
    unlike as materialized (
        select pairs.older_id, pairs.newer_id
        from pairs
        inner join older_said on older_said.activity_id = pairs.older_id
        inner join newer_said on newer_said.activity_id = pairs.newer_id
        where older_said.digest <> newer_said.digest
    ),

    older_columns as (
        select unlike.newer_id, unnest(older_said.said)
        from unlike
        inner join older_said on older_said.activity_id = unlike.older_id
    ),

    newer_columns as (
        select unlike.newer_id, unnest(newer_said.said)
        from unlike
        inner join newer_said on newer_said.activity_id = unlike.newer_id
    ),

    before as (
        from older_columns unpivot include nulls (text for field in (columns(* exclude (newer_id))))
    ),

    after as (
        from newer_columns unpivot include nulls (text for field in (columns(* exclude (newer_id))))
    )

select before.newer_id, before.field, before.text as older_value, after.text as newer_value
from before
inner join after on after.newer_id = before.newer_id and after.field = before.field
where before.text is distinct from after.text
