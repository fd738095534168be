-- Where releases can be read.
select release_id, revision, source_uri
from releases
where list_contains($release_ids::varchar[], release_id)
