-- The activities that the filters let through, with the names beside the codes and the month that charts place them in.
-- Every query that says `from filtered` reads from it; words of releases stand in activities and releases, to be joined to the few rows
-- that are shown. An empty list lets everything through; a region lets through its countries, and what names no more than the region.
-- An activity without a year of its own stands at its release's publication date, and month_basis says so.
select facts.*
from activity_facts as facts
where
    ($duplicates or not facts.is_duplicate)
    and (len($organisations::varchar[]) = 0 or list_contains($organisations::varchar[], facts.organisation))
    and (
        len($places::varchar[]) = 0
        or list_contains($places::varchar[], facts.country_key)
        or list_contains($places::varchar[], facts.region_code)
        or list_contains(
            (
                select list(country_code)
                from countries
                where list_contains($places::varchar[], region_code) or list_contains($places::varchar[], subregion_code)
            ),
            facts.country_key
        )
    )
    and (len($sectors::varchar[]) = 0 or list_contains($sectors::varchar[], facts.sector_key))
    and (len($kinds::varchar[]) = 0 or list_contains($kinds::varchar[], facts.kind))
    and (len($statuses::varchar[]) = 0 or list_contains($statuses::varchar[], coalesce(facts.status, 'not said')))
    and ($ground::varchar = '' or facts.ground = $ground::varchar)
    and ($first_on::date is null or facts.placed_on between $first_on::date and $last_on::date)
