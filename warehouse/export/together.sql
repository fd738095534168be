-- The activities that one statement gives, where it gives more than one: those that an IATI file can hold, by release and group.
select release_id, group_id, list(activity_id order by activity_id) as siblings
from selected
where coalesce(date_start, reported_on) is not null
group by release_id, group_id
having count(*) > 1
