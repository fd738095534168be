-- The headline figures in two periods of equal length. What is known only to its year counts where the periods are whole years:
-- else January, where such dates start, would hold too much.
select
    placed_on >= $now_from::date as is_now,
    count(*) as activities,
    count(distinct country_code) as countries,
    count(distinct sector_category) as sectors,
    count(distinct release_id) as releases
from filtered
where
    placed_on between $before_from::date and $now_to::date
    and ($whole_years or month not like '%XX')
group by all
