-- The projects among what the filters let through.
select count(distinct project_id) as projects
from filtered
