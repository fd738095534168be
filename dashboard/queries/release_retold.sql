-- The release that one repeats, and those that repeat it.
select release_id, title, organisation, published_on, duplicate_of = $release_id as repeats_it
from releases
where
    is_current
    and (
        duplicate_of = $release_id
        or release_id = (select any_value(duplicate_of) from releases where release_id = $release_id and is_current)
    )
order by repeats_it, published_on nulls last, release_id
