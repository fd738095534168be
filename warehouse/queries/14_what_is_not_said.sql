-- How much is without a place, a sector or a date, so that I know what a total leaves open?
select
    count(*) as activities,
    count(*) filter (where country_code is null) as without_country,
    count(*) filter (where sector_category is null) as without_sector,
    count(*) filter (where date_start is null) as without_year,
    count(*) filter (where date_start is null and reported_on is null) as not_even_reported_on
from activities
where not is_duplicate
