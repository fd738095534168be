-- What has been reported from one country, the latest first?
select date_edtf, kind, category, actor, evidence
from activities_in('Kenya')
order by coalesce(date_start, reported_on) desc nulls last, activity_id
