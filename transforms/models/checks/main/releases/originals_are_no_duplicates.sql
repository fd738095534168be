-- A duplicate leads to a current release that counts, so that what both tell is counted once and not never.
select duplicate.release_id, duplicate.duplicate_of
from main.releases as duplicate
left join main.releases as original on original.release_id = duplicate.duplicate_of and original.is_current
where duplicate.duplicate_of is not null and (original.release_id is null or original.duplicate_of is not null)
