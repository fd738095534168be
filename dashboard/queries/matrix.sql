-- Countries against sector categories, as far as they can be read: the smaller ones are gathered under `other`. Gathered here and not
-- from the cells, since a release or a project that stands in two cells is one. One more than the most is not worth a gathering.
with countries_ranked as (
    select country_key, row_number() over (order by counted desc, country_key) as place, count(*) over () as all_of_them
    from filtered
    where country_key <> 'ZZ'
    group by country_key
),

sectors_ranked as (
    select sector_key, row_number() over (order by counted desc, sector_key) as place, count(*) over () as all_of_them
    from filtered
    where sector_key <> '998'
    group by sector_key
),

named as (
    select
        release_id,
        counted_id,
        if(c.place > $most_countries and c.all_of_them > $most_countries + 1, 'other', country_key) as country_code,
        if(c.place > $most_countries and c.all_of_them > $most_countries + 1, 'Other countries', country) as country,
        if(s.place > $most_sectors and s.all_of_them > $most_sectors + 1, 'other', sector_key) as sector_category,
        if(s.place > $most_sectors and s.all_of_them > $most_sectors + 1, 'Other sectors', category) as category
    from filtered
    left join countries_ranked as c using (country_key)
    left join sectors_ranked as s using (sector_key)
)

select country_code, country, sector_category, category, counted as number
from named
group by all
having number > 0
order by number desc, country, category
