-- What an IATI activity is made of. Without any day, not even that of publication, the standard has no place for it: has_day says so.
select
    selected.activity_id, selected.release_id, kind, kind_definition, status, country_code, country, region_code, region, admin1_code, admin1, place_name,
    geo_precision,    latitude, longitude, point_basis, sector_code, sector, sector_category, category, date_edtf, date_start, date_end, date_precision,
    reported_on, amount, currency, actor, counterparts, evidence, organisation, release_title, url, language, published_on,
    coalesce(date_start, reported_on) is not null as has_day,
    together.siblings
from selected
left join together on together.release_id = selected.release_id and together.group_id = selected.group_id
where {part}
order by selected.activity_id
