-- What is counted by purpose code, the finest that the text settles; where it settles none, by the category with two dots.
select
    coalesce(sector_code, sector_key || '..') as sector_code,
    any_value(coalesce(purpose, category || ', no finer')) as sector,
    counted as number
from (
    select filtered.*, purpose.sector as purpose
    from filtered
    left join sectors as purpose on purpose.sector_code = filtered.sector_code
)
group by 1
having number > 0
order by number desc, sector
