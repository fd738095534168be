-- Names and middles of first-level units: those of the vocabulary, and those that only the ledger's coder knows under a press name.
with
    named as (
        select code, name
        from read_csv(getvariable('vocabulary') || '/admin1.csv', all_varchar = true, nullstr = '')
    ),

    pointed as (
        select admin1, latitude, longitude
        from read_csv(
            getvariable('vocabulary') || '/points.csv',
            columns = {'country': 'varchar', 'admin1': 'varchar', 'term': 'varchar', 'latitude': 'double', 'longitude': 'double'},
            nullstr = ''
        )
        where admin1 is not null and term is null
    )

select
    named.code as admin1_code,
    left(named.code, 2) as country_code,
    named.name as admin1,
    pointed.latitude,
    pointed.longitude
from named
left join pointed on pointed.admin1 = named.code
