-- The towns that activities name, with their points: the town of that name in that country, in the activity's own unit where it has one.
-- Of several of one name, the one in the unit that the coder chose; where it chose none, none: a guess would be a wrong point.
with
    pointed as (
        select country, admin1, term, latitude, longitude
        from read_csv(
            getvariable('vocabulary') || '/points.csv',
            columns = {'country': 'varchar', 'admin1': 'varchar', 'term': 'varchar', 'latitude': 'double', 'longitude': 'double'},
            nullstr = ''
        )
        where term is not null
    ),

    named as (
        select distinct country_code, admin1_code, place_name
        from main.activities
        where country_code is not null and place_name is not null and geo_precision = '3'
    )

select named.country_code, coalesce(named.admin1_code, '') as admin1_code, named.place_name, any_value(latitude) as latitude, any_value(longitude) as longitude
from named
inner join pointed
    on
        pointed.country = named.country_code
        and pointed.term = regexp_replace(strip_accents(lower(named.place_name)), '\s+', ' ', 'g')
        and (named.admin1_code is null or pointed.admin1 = named.admin1_code)
group by all
having count(*) = 1
