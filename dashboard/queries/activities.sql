-- The activities themselves, the latest first, those without a date last. A negative limit means all.
select
    activity_id,
    date_edtf,
    reported_on,
    country,
    region,
    place_name,
    category,
    kind,
    actor,
    counterparts,
    amount,
    currency,
    evidence,
    organisation,
    title,
    confidence,
    status,
    country_code,
    sector_category,
    sector_code,
    is_duplicate,
    release_id
from filtered
order by coalesce(date_start, reported_on) desc nulls last, activity_id
limit if($top::bigint < 0, null, $top::bigint)
