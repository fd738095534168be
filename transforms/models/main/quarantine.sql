-- What could not be read, from the landing memory.
select quarantine_id, source_id, file, reason, detail, content_sha256, first_seen_at
from landing.quarantine
