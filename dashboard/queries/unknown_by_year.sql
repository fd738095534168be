-- What is not said, by the year in which the release was published: of all activities that pass the filters, how many lack what.
select
    year(reported_on)::varchar as year,
    count(*) as activities,
    count(*) filter (where country_code is null) as no_country,
    count(*) filter (where sector_key = '998') as no_sector,
    count(*) filter (where date_start is null) as no_date,
    count(*) filter (where confidence < 0.5) as unsure
from filtered
where reported_on is not null
group by all
order by year
