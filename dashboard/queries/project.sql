-- One project, with names beside its codes.
select project.*, country.country, sector.sector as category
from projects as project
left join countries as country on country.country_code = project.country_code
left join sectors as sector on sector.sector_code = project.sector_category
where project.project_id = $project_id
