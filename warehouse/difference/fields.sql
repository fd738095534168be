-- Field by field, what the pairs that do not say the same say before and after.
with
    unlike as (
        select pairs.older_id, pairs.newer_id
        from pairs
        inner join older_said on older_said.activity_id = pairs.older_id
        inner join newer_said on newer_said.activity_id = pairs.newer_id
        where older_said.said is distinct from newer_said.said
    ),

    older_columns as (
        select older_said.activity_id, unnest(older_said.said) from older_said semi join unlike on unlike.older_id = older_said.activity_id
    ),

    newer_columns as (
        select newer_said.activity_id, unnest(newer_said.said) from newer_said semi join unlike on unlike.newer_id = newer_said.activity_id
    ),

    before as (
        from older_columns unpivot include nulls (text for field in (columns(* exclude (activity_id))))
    ),

    after as (
        from newer_columns unpivot include nulls (text for field in (columns(* exclude (activity_id))))
    )

select unlike.newer_id, before.field, before.text as older_value, after.text as newer_value
from unlike
inner join before on before.activity_id = unlike.older_id
inner join after on after.activity_id = unlike.newer_id and after.field = before.field
where before.text is distinct from after.text
