-- How fresh each source is: what it gave last, and when it was last seen to give anything.
select
    source_id,
    count(*) as releases,
    count(*) filter (where published_on is null) as without_date,
    max(published_on) as newest_published_on,
    max(first_seen_at)::date as last_new_on,
    date_diff('day', max(first_seen_at)::date, (select built_at::date from snapshot)) as days_since
from releases
where is_current
group by source_id
order by last_new_on desc, source_id
