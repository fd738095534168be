-- What each filter offers: only what the ledger holds, with its name. A wider region holds something only if a region in it does.
with held as (
    select
        array_agg(distinct country_key) as countries,
        array_agg(distinct region_code) as regions,
        array_agg(distinct sector_key) as sectors,
        array_agg(distinct kind) as kinds,
        array_agg(distinct coalesce(status, 'not said')) as statuses,
        array_agg(distinct year(placed_on)::varchar) as years
    from activity_facts
),

held_regions as (
    select unnest(regions) as code from held
    union all
    select unnest([countries.region_code, countries.subregion_code]) from countries, held where list_contains(held.countries, countries.country_code)
)

select 'country' as filter, country_code as code, country as name from countries, held where list_contains(held.countries, country_code)
union all
select if(region_code in (select code from held_regions), 'region', 'wider region'), region_code, region from regions
union all
select 'sector', sector_code, sector from sectors, held where list_contains(held.sectors, sector_code)
union all
select 'kind', kind, kind from kinds, held where list_contains(held.kinds, kind)
union all
select 'status', code, code from (select unnest(statuses) as code from held)
union all
select distinct 'organisation', organisation, organisation from releases where is_current and organisation is not null
union all
select 'year', code, code from (select unnest(years) as code from held) where code is not null
order by filter, name
