-- What is counted by sector category, most first; 998 is the bucket of what names none.
select sector_key as sector_category, any_value(category) as category, counted as number
from filtered
group by sector_key
having number > 0
order by number desc, category
