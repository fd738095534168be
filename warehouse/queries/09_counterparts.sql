-- Who signs, receives, hosts or finances most often?
select counterpart, count(*) as activities, count(distinct release_id) as releases
from (select release_id, unnest(counterparts) as counterpart from activities where not is_duplicate)
group by counterpart
order by activities desc, counterpart
limit 10
