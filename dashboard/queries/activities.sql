-- The activities themselves, the latest first, those without a date last. A negative limit means all.
with latest as (
    select activity_id, country, region, category, placed_on
    from filtered
    order by placed_on desc nulls last, activity_id
    limit if($top::bigint < 0, null, $top::bigint)
)

select
    activity.activity_id,
    activity.date_edtf,
    activity.reported_on,
    latest.country,
    latest.region,
    activity.place_name,
    latest.category,
    activity.kind,
    activity.actor,
    activity.counterparts,
    activity.amount,
    activity.currency,
    activity.evidence,
    release.organisation,
    release.title,
    activity.confidence,
    activity.status,
    activity.country_code,
    activity.sector_category,
    activity.sector_code,
    activity.is_duplicate,
    activity.release_id
from latest
inner join activities as activity on activity.activity_id = latest.activity_id
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
order by latest.placed_on desc nulls last, activity.activity_id
