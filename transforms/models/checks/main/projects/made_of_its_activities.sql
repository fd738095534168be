-- A project is what its activities are: those of duplicates make none and are not counted.
select project_id, project.activities as said, ledger.activities as found
from main.projects as project
full join (
    select project_id, count(*) as activities from main.activities where project_id is not null and not is_duplicate group by project_id
) as ledger using (project_id)
where said is distinct from found
