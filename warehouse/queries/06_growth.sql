-- Which sectors are reported on more than in the years before?
select
    category,
    count(*) filter (where year(date_start) between 2015 and 2019) as from_2015_to_2019,
    count(*) filter (where year(date_start) between 2020 and 2024) as from_2020_to_2024
from activities_named
where not is_duplicate and category is not null
group by category
having from_2015_to_2019 + from_2020_to_2024 >= 5
order by from_2020_to_2024 - from_2015_to_2019 desc, category
limit 10
