-- Why the activities of one project are held together, the strongest reason first.
select link.why, link.strength, link.ruled_by, one.activity_id as one_id, one.evidence as one, other.activity_id as other_id, other.evidence as other
from project_links as link
inner join activities as one on one.activity_id = link.activity_a
inner join activities as other on other.activity_id = link.activity_b
where link.project_id = $project_id
order by link.strength desc, one_id, other_id
