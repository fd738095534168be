-- In which provinces or states are things built?
select country, admin1, count(*) as activities
from activities_named
where not is_duplicate and kind in ('construction', 'completion') and admin1 is not null
group by all
order by activities desc, country, admin1
limit 10
