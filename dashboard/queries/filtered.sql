-- The activities that the filters let through, with the names beside the codes and the month that charts place them in.
-- Every query that says `from filtered` reads from it; words of releases stand in activities and releases, to be joined to the few rows
-- that are shown. An empty list lets everything through; a region lets through its countries, and what names no more than the region.
-- An activity without a year of its own stands at its release's publication date, and month_basis says so.
select
    facts.*,
    coalesce(facts.country_code, 'ZZ') as country_key,
    country.country,
    country.iso_numeric,
    region.region,
    coalesce(facts.sector_category, '998') as sector_key,
    category.sector as category
from activity_facts as facts
left join countries as country on country.country_code = coalesce(facts.country_code, 'ZZ')
left join regions as region on region.region_code = facts.region_code
left join sectors as category on category.sector_code = coalesce(facts.sector_category, '998')
where
    ($duplicates or not facts.is_duplicate)
    and (len($organisations::varchar[]) = 0 or list_contains($organisations::varchar[], facts.organisation))
    and (
        len($places::varchar[]) = 0
        or list_contains($places::varchar[], coalesce(facts.country_code, 'ZZ'))
        or list_contains($places::varchar[], country.region_code)
        or list_contains($places::varchar[], country.subregion_code)
        or list_contains($places::varchar[], facts.region_code)
    )
    and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], coalesce(facts.sector_category, '998')))
    and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], facts.kind))
    and (len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], coalesce(facts.status, 'not said')))
    and ($ground::varchar = '' or facts.ground = $ground::varchar)
    and ($first_on::date is null or facts.placed_on between $first_on::date and $last_on::date)
