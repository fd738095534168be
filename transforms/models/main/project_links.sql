-- Why activities are held for one undertaking: what linking found, and what people ruled.
select
    coalesce(link.activity_a, ruled.activity_a) as activity_a,
    coalesce(link.activity_b, ruled.activity_b) as activity_b,
    one.project_id,
    if(ruled.ruling_id is null, link.score, 1.0) as strength,
    coalesce('ruled: ' || correction.why, link.why) as why,
    ruled.ruling_id as ruled_by
from staging.links as link
full join staging.ruled_links as ruled using (activity_a, activity_b)
inner join staging.projects as one on one.activity_id = coalesce(link.activity_a, ruled.activity_a)
inner join staging.projects as other on other.activity_id = coalesce(link.activity_b, ruled.activity_b) and other.project_id = one.project_id
left join staging.corrections as correction on correction.ruling_id = ruled.ruling_id
