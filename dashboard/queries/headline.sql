-- The headline figures of what the filters let through, and the evidence figures that stand beside them.
select
    count(*) as activities,
    count(distinct country_code) as countries,
    count(distinct sector_category) filter (where sector_key <> '998') as sectors,
    count(distinct release_id) as releases,
    count(*) filter (where country_code is null and region_code is not null) as region_only,
    count(*) filter (where country_code is null and region_code is null) as placeless,
    count(*) filter (where sector_key = '998') as sectorless,
    count(*) filter (where date_start is not null) as dated,
    count(*) filter (where month_basis = 'publication') as dated_by_publication,
    min(year(date_start)) as first_year,
    max(year(coalesce(date_end, date_start))) as last_year,
    count(*) filter (where confidence < 0.5) as unsure
from filtered
