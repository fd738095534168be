-- What this file is. The id is a digest of what the ledger says and of its public schema, so a rebuild of the same content has the same id.
-- The sum of the rows' hashes does not depend on their order and costs a twentieth of a digest over their texts.
with content as (
    select md5(string_agg(told || ' ' || row_count || ' ' || coalesce(row_sum, 0), ' ' order by told)) as digest
    from (
        select 'activities' as told, count(*) as row_count, sum(hash(activity)::hugeint) as row_sum from main.activities as activity
        union all
        select 'releases', count(*), sum(hash(release)::hugeint)
        from (select columns(* exclude (first_seen_at, gone_at)), gone_at is not null as is_gone from main.releases) as release
        union all
        select 'quarantine', count(*), sum(hash(quarantine_id)::hugeint) from main.quarantine
        union all
        select 'accuracy', count(*), sum(hash(accuracy)::hugeint) from main.accuracy as accuracy
        union all
        select 'projects', count(*), sum(hash(project)::hugeint) from main.projects as project
        union all
        select 'project_links', count(*), sum(hash(link)::hugeint) from main.project_links as link
        union all
        select 'corrections', count(*), sum(hash(correction)::hugeint) from main.corrections as correction
        union all
        select getvariable('schema_digest'), 0, 0
    )
)

select
    left(md5(coalesce(content.digest, '')), 12) as snapshot_id,
    getvariable('built_at')::timestamptz as built_at,
    (select count(*) from main.releases where is_current and duplicate_of is null) as releases,
    (select count(*) from main.releases where is_current and duplicate_of is not null) as duplicates,
    count(activity.activity_id) as activities,
    count(distinct activity.project_id) as projects,
    count(distinct activity.country_code) as countries,
    count(distinct activity.sector_category) as sectors,
    count(activity.activity_id) filter (where activity.date_start is null) as undated,
    (select count(*) from main.releases where is_current and language <> 'en') as other_languages,
    (select count(*) from main.quarantine) as quarantined,
    (select count(*) from main.corrections where takes_effect) as corrections,
    (select count(*) from main.corrections where state in ('stale', 'invalid')) as corrections_to_review,
    getvariable('extractor_version') as extractor_version,
    getvariable('schema_version') as schema_version,
    getvariable('git_revision') as git_revision
from content
left join main.activities as activity on not activity.is_duplicate
group by all
