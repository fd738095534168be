-- Which are the largest sums, and where does it say so?
select amount, currency, kind, country, evidence
from activities_named
where not is_duplicate and amount_usd is not null
order by amount_usd desc, activity_id
limit 5
