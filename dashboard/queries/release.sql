-- Every revision of one release, the newest first, with the name of its home country.
select release.*, home.country as home_country_name
from releases as release
left join countries as home on home.country_code = release.home_country
where release.release_id = $release_id
order by release.revision desc
