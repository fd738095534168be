-- The projects that the filters let through, the latest first.
select project_id, title, sector_category, status, first_on, last_on, releases, activities
from projects
where project_id in (select project_id from filtered)
order by last_on desc nulls last, releases desc, project_id
limit $top::bigint
