-- Activities of a kind that makes an undertaking belong to a project, those of other kinds to none; duplicates may lack one.
select activity_id, kind, project_id
from main.activities
where not is_duplicate and (kind in ('visit', 'event', 'other')) <> (project_id is null)
