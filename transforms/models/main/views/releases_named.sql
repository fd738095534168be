-- Current releases without their text: the list to look through.
select
    release.release_id,
    release.revision,
    release.title,
    release.organisation,
    release.home_country,
    home.country as home_country_name,
    release.published_on,
    release.published_basis,
    release.language,
    release.source_id,
    release.source_uri,
    case when regexp_matches(release.source_uri, '^https?://') then release.source_uri end as url,
    release.duplicate_of is not null as is_duplicate,
    release.duplicate_of,
    release.activities,
    length(release.body) as characters
from main.releases as release
left join main.countries as home on home.country_code = release.home_country
where release.is_current
