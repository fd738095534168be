-- What is not said, in all.
select
    count(*) as activities,
    count(*) filter (where country_code is null and region_code is not null) as region_only,
    count(*) filter (where country_code is null and region_code is null) as no_place,
    count(*) filter (where sector_key = '998') as no_sector,
    count(*) filter (where date_start is null) as no_date,
    count(*) filter (where placed_on is null) as no_day_at_all,
    count(*) filter (where confidence < 0.5) as unsure
from filtered
