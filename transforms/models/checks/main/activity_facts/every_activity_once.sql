-- Every activity of the ledger stands here once, and nothing else does.
select ledger.activities, facts.activities
from (select count(*) as activities, count(distinct activity_id) as ids from main.activity_facts) as facts,
    (select count(*) as activities from main.activities) as ledger
where ledger.activities <> facts.activities or facts.ids <> facts.activities
