-- The activities of one project through time, those of duplicate releases too.
select
    activity.activity_id,
    activity.evidence,
    activity.kind,
    activity.country_code,
    country.country,
    region.region,
    category.sector as category,
    activity.date_edtf,
    activity.reported_on,
    activity.confidence,
    release.organisation,
    release.title,
    activity.is_duplicate
from activities as activity
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
left join countries as country on country.country_code = coalesce(activity.country_code, 'ZZ')
left join regions as region on region.region_code = activity.region_code
left join sectors as category on category.sector_code = coalesce(activity.sector_category, '998')
where activity.project_id = $project_id
order by coalesce(activity.date_start, activity.reported_on) nulls last, activity.activity_id
