-- What the ledger said of a replaced revision of a release, in the order of the text, with names beside codes.
select
    activity.*,
    country.country,
    region.region,
    sector.sector,
    category.sector as category
from past_activities as activity
left join countries as country on country.country_code = activity.country_code
left join regions as region on region.region_code = activity.region_code
left join sectors as sector on sector.sector_code = activity.sector_code
left join sectors as category on category.sector_code = activity.sector_category
where activity.release_id = $release_id and activity.revision = $revision
order by activity.evidence_start, activity.activity_id
