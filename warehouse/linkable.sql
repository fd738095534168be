-- What linking is told of each activity: current, no duplicate, of a kind that makes an undertaking.
select
    coalesce(activity.country_code, activity.region_code, '') as block,
    activity.activity_id,
    activity.release_id,
    activity.kind,
    activity.country_code,
    activity.sector_code as sector,
    activity.place_name,
    activity.date_start,
    activity.date_precision,
    release.published_on as reported_on,
    activity.status,
    activity.amount,
    activity.currency,
    activity.actor,
    activity.evidence,
    release.title,
    release.organisation
from staging.ruled as activity
inner join main.releases as release using (release_id, revision)
where release.is_current and release.duplicate_of is null and activity.kind in (select unnest($kinds))
