-- Other named organisations that sign, receive, host or co-finance, as the releases write them, most often first.
select counterpart, count(*) as activities, count(distinct release_id) as releases
from (select unnest(counterparts) as counterpart, release_id from filtered)
group by counterpart
order by activities desc, counterpart
limit $top::bigint
