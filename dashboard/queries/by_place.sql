-- Where within the country, as the releases write it; null where they say no more than the country.
select
    nullif(lower(place_name), lower(country)) as place,
    any_value(admin1_code) as admin1_code,
    count(*) as activities,
    count(distinct release_id) as releases
from filtered
group by all
order by activities desc, place
