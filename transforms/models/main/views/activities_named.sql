-- The ledger with the names beside its codes, its release, a month to chart by, and a point to map by.
select
    activity.*,
    country.country,
    macro_region.region as continent,
    region.region,
    admin1.admin1,
    sector.sector,
    category.sector as category,
    kind.definition as kind_definition,
    release.organisation,
    release.home_country,
    release.title as release_title,
    case when regexp_matches(release.source_uri, '^https?://') then release.source_uri end as url,
    release.source_id,
    release.source_uri,
    release.language,
    release.published_on,
    case
        when activity.date_start is null and activity.reported_on is null then 'undated'
        when activity.date_start is null then strftime(activity.reported_on, '%Y-%m')
        when activity.date_precision in ('day', 'month', 'quarter') then strftime(activity.date_start, '%Y-%m')
        when activity.date_precision = 'year' then strftime(activity.date_start, '%Y-XX')
        else left(strftime(activity.date_start, '%Y'), 3) || 'X-XX'
    end as month,
    case
        when activity.date_start is not null then 'text'
        when activity.reported_on is not null then 'publication'
        else 'none'
    end as month_basis,
    coalesce(place.latitude, admin1.latitude, country.latitude) as latitude,
    coalesce(place.longitude, admin1.longitude, country.longitude) as longitude,
    case
        when place.latitude is not null then 'place'
        when admin1.latitude is not null then 'admin1'
        when country.latitude is not null then 'country'
        else 'none'
    end as point_basis
from main.activities as activity
inner join main.releases as release on release.release_id = activity.release_id and release.revision = activity.revision
left join main.countries as country on country.country_code = activity.country_code
left join main.regions as macro_region on macro_region.region_code = country.region_code
left join main.regions as region on region.region_code = coalesce(activity.region_code, country.subregion_code)
left join main.admin1 as admin1 on admin1.admin1_code = activity.admin1_code
left join main.sectors as sector on sector.sector_code = activity.sector_code
left join main.sectors as category on category.sector_code = activity.sector_category
left join main.kinds as kind on kind.kind = activity.kind
left join main.places as place
    on
        place.country_code = activity.country_code
        and place.admin1_code = coalesce(activity.admin1_code, '')
        and place.place_name = activity.place_name
