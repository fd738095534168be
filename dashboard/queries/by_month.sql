-- Activities by month: YYYY-MM, YYYY-XX where only the year is known, YYYX-XX where only the decade is, undated where nothing is.
select month, month_basis, count(*) as activities
from filtered
group by all
order by month, month_basis
