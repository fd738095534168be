-- What each filter offers: only what the ledger holds, with its name. A wider region holds something only if a region in it does.
with held as (
    select region_code as code from activities
    union all
    select unnest([region_code, subregion_code]) from countries where country_code in (select country_code from activities)
)

select 'country' as filter, country_code as code, country as name from countries
where country_code in (select coalesce(country_code, 'ZZ') from activities)
union all
select if(region_code in (select code from held), 'region', 'wider region'), region_code, region from regions
union all
select 'sector', sector_code, sector from sectors
where sector_code in (select coalesce(sector_category, '998') from activities)
union all
select 'kind', kind, kind from kinds where kind in (select kind from activities)
union all
select distinct 'status', coalesce(status, 'not said'), coalesce(status, 'not said') from activities
union all
select distinct 'organisation', organisation, organisation from releases where is_current and organisation is not null
union all
select distinct 'year', year(coalesce(date_start, reported_on))::varchar, year(coalesce(date_start, reported_on))::varchar from activities
where coalesce(date_start, reported_on) is not null
order by filter, name
