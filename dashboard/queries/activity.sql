-- One activity with its release, for the reader. Offsets count characters of body.
select
    activity.*,
    country.country,
    region.region,
    sector.sector,
    category.sector as category,
    release.organisation,
    release.title,
    release.body,
    release.source_uri,
    release.source_id,
    release.published_on,
    release.published_basis
from activities as activity
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
left join countries as country on country.country_code = activity.country_code
left join regions as region on region.region_code = activity.region_code
left join sectors as sector on sector.sector_code = activity.sector_code
left join sectors as category on category.sector_code = activity.sector_category
where activity.activity_id = $activity_id
