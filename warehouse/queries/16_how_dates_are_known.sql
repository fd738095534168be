-- How are the dates known?
select date_basis, date_precision, count(*) as activities
from activities
where not is_duplicate
group by all
order by activities desc, date_basis, date_precision
