-- Every revision of every release. Of releases whose current text is the same, the first one that has a publication date is the original.
with
    current_revision as (
        select release_id, max(revision) as revision from staging.releases group by release_id
    ),

    first_with_text as (
        select
            release.release_id,
            first_value(release.release_id) over (
                partition by md5(release.body)
                order by release.published_on is null, release.first_seen_at, release.release_id
            ) as original
        from staging.releases as release
        semi join current_revision as newest using (release_id, revision)
    )

select
    release.release_id,
    release.revision,
    newest.revision is not null as is_current,
    release.source_id,
    release.source_uri,
    landed.file,
    release.organisations[1] as organisation,
    release.home_country,
    release.title,
    release.body,
    release.language,
    release.published_on,
    release.published_basis,
    release.first_seen_at,
    release.content_sha256,
    if(newest.revision is not null, nullif(same.original, release.release_id), null) as duplicate_of,
    coalesce(ledger.activities, 0) as activities
from staging.releases as release
inner join landing.revisions as landed using (release_id, revision)
semi join staging.codings using (release_id, revision)
left join (
    select release_id, revision, count(*) as activities from staging.ruled group by all
) as ledger using (release_id, revision)
left join current_revision as newest using (release_id, revision)
left join first_with_text as same using (release_id)
