-- What each filter offers: only what the ledger holds, with its name.
with held as (
    select
        array_agg(distinct country_key) as countries,
        array_agg(distinct region_code) as regions,
        array_agg(distinct sector_key) as sectors,
        array_agg(distinct kind) as kinds,
        array_agg(distinct coalesce(status, 'not said')) as statuses,
        array_agg(distinct year(placed_on)::varchar) as years
    from activity_facts
)

select 'country' as filter, country_code as code, country as name from countries, held
where list_contains(held.countries, country_code)
union all
select 'region', region_code, region from regions, held
where
    list_contains(held.regions, region_code)
    or region_code in (
        select unnest([countries.region_code, countries.subregion_code])
        from countries, held as inside
        where list_contains(inside.countries, countries.country_code)
    )
union all
select 'sector', sector_code, sector from sectors, held where list_contains(held.sectors, sector_code)
union all
select 'kind', kind, kind from kinds, held where list_contains(held.kinds, kind)
union all
select 'status', code, code from (select unnest(held.statuses) as code from held)
union all
select distinct 'organisation', organisation, organisation from releases where is_current and organisation is not null
union all
select 'year', code, code from (select unnest(held.years) as code from held) where code is not null
order by filter, name
