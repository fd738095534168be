-- The countries among some places: themselves, and those of their regions.
select country_code
from countries
where
    list_contains($within::varchar[], country_code)
    or list_contains($within::varchar[], region_code)
    or list_contains($within::varchar[], subregion_code)
