-- The sentences behind one mark of a chart. An empty list picks everything; `total` counts all that match, not only this page.
select
    activity_id,
    evidence,
    kind,
    country_code,
    country,
    region,
    category,
    date_edtf,
    reported_on,
    confidence,
    organisation,
    title,
    is_duplicate,
    count(*) over () as total
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
order by confidence desc, coalesce(date_start, reported_on) desc nulls last, activity_id
limit $page_size::bigint offset $page_start::bigint
