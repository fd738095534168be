-- Confidence against truth on labelled releases; those that the coder was not made with come first.
select form, least, most, activities, confidence, right_share
from calibration
order by form not like '%not trained on', form <> 'all', form, least
