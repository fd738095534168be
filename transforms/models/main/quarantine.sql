-- What could not be read, from the landing memory.
select quarantine_id, source_id, file, reason, detail, content_sha256, seen_at
from landing.quarantine
