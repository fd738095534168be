-- The largest groups along one axis, the unknown as a group of its own.
select
    case axis
        when 'country' then coalesce(country, 'Country not said')
        when 'continent' then coalesce(continent, 'Country not said')
        when 'region' then coalesce(region, 'Place not said')
        when 'admin1' then coalesce(admin1, 'Unit not said')
        when 'sector' then coalesce(category, 'Sector not said')
        when 'kind' then kind
        when 'month' then month
        when 'year' then case month when 'undated' then month else left(month, 4) end
        when 'organisation' then coalesce(organisation, 'Organisation not said')
        when 'actor' then coalesce(actor, 'Actor not said')
        when 'status' then coalesce(status, 'Status not said')
        else error('top() knows the axes country, continent, region, admin1, sector, kind, month, year, organisation, actor, status')
    end as name,
    count(*) as activities,
    count(distinct release_id) as releases
from main.activities_named
where not is_duplicate
group by all
order by activities desc, name
limit n
