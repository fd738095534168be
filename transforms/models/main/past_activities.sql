-- Activities of revisions that a newer one has replaced: what the ledger said of them stays readable.
select
    activity.activity_id,
    activity.release_id,
    activity.revision,
    activity.group_id,
    false as is_duplicate,
    activity.kind,
    activity.country_code,
    activity.region_code,
    activity.admin1_code,
    activity.place_name,
    activity.geo_precision,
    activity.place_basis,
    if(length(activity.sector_code) = 5, activity.sector_code, null) as sector_code,
    left(activity.sector_code, 3) as sector_category,
    activity.sector_second,
    activity.date_edtf,
    activity.date_start,
    activity.date_end,
    activity.date_precision,
    activity.date_basis,
    activity.date_from,
    release.published_on as reported_on,
    activity.status,
    activity.amount,
    activity.currency,
    activity.amount_usd,
    activity.actor,
    activity.counterparts,
    activity.evidence,
    activity.evidence_start,
    activity.evidence_end,
    activity.confidence,
    coding.extractor_version
from staging.activities as activity
inner join main.releases as release using (release_id, revision)
inner join staging.codings as coding using (release_id, revision)
where not release.is_current
