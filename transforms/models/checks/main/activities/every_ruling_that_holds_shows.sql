-- The ledger is as rulings say: a changed or added row names a ruling that holds, a rejected one is gone unless a later ruling holds.
select correction.ruling_id, correction.act, activity.activity_id
from main.corrections as correction, unnest(correction.activity_ids) as named (activity_id)
left join main.activities as activity using (activity_id)
where correction.takes_effect and (
    (correction.act = 'reject' and activity.corrected_by = correction.ruling_id)
    or (correction.act in ('change', 'add') and activity.activity_id is not null and activity.corrected_by is null)
)
