-- What is counted by purpose code, the finest that the text settles; where it settles none, by the category alone.
select
    coalesce(filtered.sector_code, sector_key || '..') as sector_code,
    any_value(coalesce(purpose.sector, category || ', no finer')) as sector,
    counted as number
from filtered
left join sectors as purpose on purpose.sector_code = filtered.sector_code
group by all
having number > 0
order by number desc, sector
