-- Current releases, the latest first: those that report an activity passing the filters, or all of the chosen organisations and years.
-- `found` is how many of their activities pass; `looked_for` are words of the title or the organisation.
with passed as (
    select release_id, count(*) as found
    from filtered
    group by release_id
)

select
    release.release_id,
    release.published_on,
    release.organisation,
    release.title,
    release.language,
    release.activities,
    coalesce(passed.found, 0) as found,
    release.duplicate_of is not null as is_duplicate,
    release.revision,
    release.first_seen_at,
    count(*) over () as total
from releases as release
left join passed on passed.release_id = release.release_id
where
    release.is_current
    and (passed.found > 0 or not $reporting)
    and ($duplicates or release.duplicate_of is null)
    and (len($organisations::varchar[]) = 0 or list_contains($organisations::varchar[], release.organisation))
    and ($reporting or $first_on::date is null or release.published_on between $first_on::date and $last_on::date)
    and ($looked_for::varchar = '' or contains(lower(concat_ws(' ', release.title, release.organisation)), lower($looked_for::varchar)))
order by release.published_on desc nulls last, release.release_id
limit $top::bigint
