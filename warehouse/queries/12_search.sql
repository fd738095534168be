-- Which sentences speak of solar power?
select matched, country, evidence
from search('solar power')
order by matched desc, score desc, activity_id
limit 5
