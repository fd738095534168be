-- Of what was announced, begun and finished, how much in each sector?
select
    coalesce(category, 'Sector not said') as category,
    count(*) filter (where status = 'planned') as planned,
    count(*) filter (where status = 'ongoing') as ongoing,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status is null) as not_said
from activities_named
where not is_duplicate
group by all
order by count(*) desc, category
limit 10
