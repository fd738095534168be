-- Which releases report nothing that counts?
select release_id, organisation, published_on, source_uri
from releases_named
where activities = 0 and not is_duplicate
order by release_id
limit 5
