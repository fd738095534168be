-- One row a change, with its reason. The words of a row are those of the newer file, of a withdrawn one those of the older.
with
    changed as (
        select pairs.older_id, pairs.newer_id, pairs.matched_by, list({'field': field, 'before': older_value, 'after': newer_value} order by field) as fields
        from pairs
        inner join fields on fields.newer_id = pairs.newer_id
        group by all
    )

select
    'changed' as change,
    case
        when newer.ruling is distinct from older.ruling then 'correction'
        when newer.revision <> older.revision then 'new revision'
        when newer.extractor_version <> older.extractor_version then 'new extractor'
        else 'context'
    end as why,
    changed.newer_id as activity_id,
    changed.older_id,
    changed.matched_by,
    newer.release_id,
    newer.country_code,
    newer.sector_category,
    newer.kind,
    newer.date_edtf,
    newer.evidence,
    changed.fields
from changed
inner join older on older.activity_id = changed.older_id
inner join newer on newer.activity_id = changed.newer_id
union all
select
    'added',
    case
        when newer.ruling is not null then 'correction'
        when known.release_id is null then 'new release'
        when known.revision <> newer.revision then 'new revision'
        when newer.extractor_version <> (select extractor_version from older_file.main.snapshot) then 'new extractor'
        else 'context'
    end,
    newer.activity_id, null, null, newer.release_id, newer.country_code, newer.sector_category, newer.kind, newer.date_edtf, newer.evidence, []
from newer
anti join pairs on pairs.newer_id = newer.activity_id
left join older_file.main.releases as known on known.release_id = newer.release_id and known.is_current
union all
select
    'withdrawn',
    case
        when older.activity_id in (select activity_id from ruled) then 'correction'
        when known.release_id is null then 'release withdrawn'
        when known.revision <> older.revision then 'new revision'
        when older.extractor_version <> (select extractor_version from newer_file.main.snapshot) then 'new extractor'
        else 'context'
    end,
    older.activity_id, older.activity_id, null, older.release_id, older.country_code, older.sector_category, older.kind, older.date_edtf,
    older.evidence, []
from older
anti join pairs on pairs.older_id = older.activity_id
left join newer_file.main.releases as known on known.release_id = older.release_id and known.is_current
order by all
