-- The ledger: activities of current revisions. A sector of five digits gives its category; one of three digits is the category itself.
select
    activity.activity_id,
    activity.release_id,
    activity.revision,
    activity.group_id,
    project.project_id,
    release.duplicate_of is not null as is_duplicate,
    row_number() over (partition by activity.release_id order by activity.evidence_start, activity.activity_id) = 1 as leads_release,
    release.duplicate_of is null
    and project.project_id is not null
    and row_number() over (
        partition by project.project_id, release.duplicate_of is not null
        order by coalesce(activity.date_start, release.published_on) nulls last, activity.activity_id
    ) = 1 as begins_project,
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
    coding.extractor_version,
    activity.corrected_by
from staging.ruled as activity
inner join main.releases as release using (release_id, revision)
inner join staging.codings as coding using (release_id, revision)
left join staging.projects as project using (activity_id)
where release.is_current
