-- Every revision of every release. Of current releases that say the same word for word, or tell the same in other words, one is the original.
with
    current_revision as (
        select release_id, max(revision) as revision from staging.releases group by release_id
    ),

    current_text as (
        select release.release_id, release.revision, release.text_digest, release.published_on is null as undated, release.first_seen_at
        from staging.releases as release
        semi join current_revision using (release_id, revision)
    ),

    first_with_text as (
        select text_digest, arg_min(release_id, row(undated, first_seen_at, release_id)) as release_id
        from current_text
        group by text_digest
    ),

    telling as (
        select
            current_text.release_id,
            current_text.revision,
            first_with_text.release_id as original,
            near.likeness
        from current_text
        left join staging.originals as near using (text_digest)
        inner join first_with_text on first_with_text.text_digest = coalesce(near.original_text, current_text.text_digest)
    )

select
    release.release_id,
    release.revision,
    telling.release_id is not null as is_current,
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
    nullif(telling.original, release.release_id) as duplicate_of,
    if(telling.original <> release.release_id, if(telling.likeness is null, 'exact', 'near'), null) as duplicate_basis,
    if(telling.original <> release.release_id, coalesce(telling.likeness, 1.0), null) as duplicate_similarity,
    gone.gone_at,
    coalesce(ledger.activities, 0) as activities
from staging.releases as release
inner join landing.revisions as landed using (release_id, revision)
semi join staging.codings using (release_id, revision)
left join (
    select release_id, revision, count(*) as activities from staging.ruled group by all
) as ledger using (release_id, revision)
left join telling using (release_id, revision)
left join landing.gone as gone using (release_id)
