-- A few countries, sectors and kinds have most. A project is told of by three activities in a row of one country.
with drawn as (
    select
        id,
        id // 5 as release_number,
        id // 3 as project_number,
        drawn_of(id, 'a', 10000) / 10000 as a,
        drawn_of(id, 'b', 10000) / 10000 as b,
        drawn_of(id, 'c', 10000) / 10000 as c,
        drawn_of(id // 3, 'd', 10000) / 10000 as d
    from range($n) as made (id)
),

coded as (
    select
        drawn.*,
        if(a < 0.03, null, (select list(country_code order by hash(country_code)) from main.countries where country_code <> 'ZZ')[1 + (pow(d, 3) * 248)::integer]) as country_code,
        if(b < 0.06, null, (select list(sector_code order by hash(sector_code)) from main.sectors where len(sector_code) = 5 and category_code <> '998')[1 + (pow(b, 2) * 200)::integer]) as sector_code,
        (select list(kind order by hash(kind)) from main.kinds)[1 + (pow(c, 2) * 12)::integer] as kind,
        case when a < 0.4 then 'none' when a < 0.5 then 'year' when a < 0.6 then 'month' else 'day' end as date_precision,
        date '2006-01-01' + (pow(drawn_of(id, 'e', 10000) / 10000, 0.5) * 7620)::integer as happened_on
    from drawn
)

select
    left(md5('a' || id), 16) as activity_id,
    left(md5('r' || release_number), 16) as release_id,
    1 as revision,
    left(md5('g' || id), 16) as group_id,
    if(release_number % 20 = 19 or kind in ('visit', 'event', 'other'), null, left(md5('p' || project_number), 16)) as project_id,
    release_number % 20 = 19 as is_duplicate,
    id % 5 = 0 as leads_release,
    id % 3 = 0 and release_number % 20 <> 19 as begins_project,
    kind,
    country_code,
    if(country_code is null and b < 0.5, '011', null) as region_code,
    if(country_code is null, 'none', 'sentence') as place_basis,
    if(c < 0.4, 'Town ' || (drawn_of(id, 't', 400)), null) as place_name,
    sector_code,
    left(sector_code, 3) as sector_category,
    case date_precision
        when 'day' then strftime(happened_on, '%Y-%m-%d') when 'month' then strftime(happened_on, '%Y-%m') when 'year' then strftime(happened_on, '%Y')
    end as date_edtf,
    case date_precision when 'none' then null when 'year' then date_trunc('year', happened_on) when 'month' then date_trunc('month', happened_on) else happened_on end::date as date_start,
    case date_precision when 'none' then null else happened_on end as date_end,
    date_precision,
    if(date_precision = 'none', 'none', 'text') as date_basis,
    if(date_precision = 'none', 'none', 'sentence') as date_from,
    release.published_on as reported_on,
    ['planned', 'ongoing', 'completed', null][1 + drawn_of(id, 's', 4)] as status,
    if(c < 0.1, round(d * 1e8), null) as amount,
    if(c < 0.1, 'USD', null) as currency,
    if(c < 0.1, round(d * 1e8), null) as amount_usd,
    'Unit ' || (drawn_of(id, 'u', 300)) as actor,
    if(c < 0.3, ['Partner ' || (pow(a, 2) * 2000)::integer], []::varchar[]) as counterparts,
    evidence(id) as evidence,
    (id % 5) * (length(evidence(0)) + 1) as evidence_start,
    (id % 5) * (length(evidence(0)) + 1) + length(evidence(0)) as evidence_end,
    0.3 + 0.7 * c as confidence,
    'made up' as extractor_version
from coded
inner join main.releases as release on release.release_id = left(md5('r' || release_number), 16)
