-- Which undertakings are told by several releases, and how far are they?
select title, country_code, status, first_on, last_on, releases, activities
from projects
where releases > 1
order by releases desc, activities desc, project_id
limit 10
