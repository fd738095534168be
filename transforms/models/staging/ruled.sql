-- Activities as they stand after rulings: coded rows that no ruling touched, and the ruled ones that were not rejected.
select activity.*, null::varchar as corrected_by
from staging.activities as activity
anti join staging.ruled_activities using (activity_id, revision)
union all by name
select activity.* exclude (rejected)
from staging.ruled_activities as activity
where not activity.rejected
