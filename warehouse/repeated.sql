-- An activity of a duplicate release belongs where the activity of the original does that is most like it, of one kind and place.
select copy.activity_id, project.project_id, project.stage, project.name, project.names
from staging.ruled as copy
inner join main.releases as release using (release_id, revision)
inner join staging.ruled as told on
    told.release_id = release.duplicate_of and told.kind = copy.kind
    and coalesce(told.country_code, told.region_code, '') = coalesce(copy.country_code, copy.region_code, '')
inner join staging.projects as project on project.activity_id = told.activity_id
where release.is_current
qualify row_number() over (
    partition by copy.activity_id order by jaro_winkler_similarity(copy.evidence, told.evidence) desc, told.activity_id
) = 1
