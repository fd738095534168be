-- How has what is done shifted over the years?
select
    year(date_start) as year,
    count(*) filter (where kind in ('construction', 'completion')) as building,
    count(*) filter (where kind in ('donation', 'training')) as aid,
    count(*) filter (where kind in ('agreement', 'investment', 'finance')) as business,
    count(*) as all_kinds
from activities
where not is_duplicate and date_start is not null
group by all
order by year desc
limit 10
