-- Other named organisations that sign, receive, host or co-finance, as the releases write them, most often first.
select unnest(counterparts) as counterpart, count(*) as activities, count(distinct release_id) as releases
from filtered
group by all
order by activities desc, counterpart
limit $top::bigint
