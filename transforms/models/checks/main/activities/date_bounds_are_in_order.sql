-- A start after its end, or a known day that has no bounds, is no date.
select activity_id, date_edtf, date_start, date_end
from main.activities
where date_start > date_end or (date_edtf is null and (date_start is not null or date_end is not null))
