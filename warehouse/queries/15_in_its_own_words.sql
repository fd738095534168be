-- Where exactly does the release say so?
select before, evidence, after
from context_of((select activity_id from activities where country_code = 'KE' order by activity_id limit 1))
