-- Countries and sectors in two periods of equal length, and what came before both: what the words of change are made from.
-- `undated` is what cannot be placed, and could have come first. What is known only to its year counts where the periods are whole years.
select
    if(grouping(sector_key) = 1, 'country', 'sector') as axis,
    coalesce(country_key, sector_key) as code,
    if(grouping(sector_key) = 1, any_value(country), any_value(category)) as name,
    count(*) filter (where is_placed and placed_on >= $now_from::date) as now,
    count(*) filter (where is_placed and placed_on < $now_from::date and placed_on >= $before_from::date) as before,
    count(*) filter (where placed_on < $now_from::date) as ever_before,
    count(*) filter (where placed_on is null or (not is_placed and placed_on >= $now_from::date)) as undated
from (
    select *, placed_on <= $now_to::date and ($whole_years or month not like '%XX') as is_placed
    from filtered
    where country_key <> 'ZZ' or sector_key <> '998'
)
group by grouping sets ((country_key), (sector_key))
having now + before > 0 and code not in ('ZZ', '998')
order by axis, now + before desc, code
