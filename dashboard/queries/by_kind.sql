-- What is counted by kind of activity, most first.
select kind, counted as number
from filtered
group by kind
having number > 0
order by number desc, kind
