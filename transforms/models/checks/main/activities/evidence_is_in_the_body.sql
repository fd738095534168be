-- Every number opens to its words: the offsets cut exactly the evidence out of the stored body.
select activity.activity_id, activity.evidence_start, activity.evidence_end
from main.activities as activity
inner join main.releases as release using (release_id, revision)
where
    substring(release.body, activity.evidence_start + 1, activity.evidence_end - activity.evidence_start) <> activity.evidence
    or activity.evidence = ''
