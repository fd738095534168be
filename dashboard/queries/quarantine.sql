-- What could not be read, the latest first.
select source_id, file, reason, detail, seen_at
from quarantine
order by seen_at desc, source_id, file
limit $top::bigint
