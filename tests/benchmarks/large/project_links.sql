-- Neighbours within a project.
select a.activity_id as activity_a, b.activity_id as activity_b, a.project_id, 0.8 as strength, 'same name' as why
from main.activities as a
inner join main.activities as b on b.project_id = a.project_id and b.activity_id > a.activity_id
where not a.is_duplicate and not b.is_duplicate
