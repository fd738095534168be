-- Rulings of people and what became of each, the latest first.
select ruled_at, ruled_by, act, state, takes_effect, why, problem, fields, evidence, ruling_id
from corrections
order by line desc
limit $top::bigint
