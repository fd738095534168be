-- The sentences behind one mark of a chart. An empty list picks everything; `total` counts all that match, not only this page.
with page as (
    select activity_id, country, region, category, placed_on, count(*) over () as total
    from filtered
    where
        (len($pick_countries::varchar[]) = 0 or list_contains($pick_countries::varchar[], country_key))
        and (len($pick_sectors::varchar[]) = 0 or list_contains($pick_sectors::varchar[], sector_key)
            or list_contains($pick_sectors::varchar[], coalesce(sector_code, sector_key || '..')))
        and (len($pick_months::varchar[]) = 0 or list_contains($pick_months::varchar[], month))
        and ($pick_kind::varchar is null or kind = $pick_kind::varchar)
        and ($pick_place::varchar is null or coalesce(nullif(lower(place_name), lower(country)), $no_place) = $pick_place::varchar)
        and ($pick_partner::varchar is null or list_contains(counterparts, $pick_partner::varchar))
        and ($pick_first_on::date is null or placed_on between $pick_first_on::date and $pick_last_on::date)
    order by confidence desc, placed_on desc nulls last, activity_id
    limit $page_size::bigint offset $page_start::bigint
)

select
    activity.activity_id,
    activity.evidence,
    activity.kind,
    activity.country_code,
    page.country,
    page.region,
    page.category,
    activity.date_edtf,
    activity.reported_on,
    activity.confidence,
    release.organisation,
    release.title,
    activity.is_duplicate,
    page.total
from page
inner join activities as activity on activity.activity_id = page.activity_id
inner join releases as release on release.release_id = activity.release_id and release.revision = activity.revision
order by activity.confidence desc, page.placed_on desc nulls last, activity.activity_id
