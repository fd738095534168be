-- Whether the confidence of this build's coder means what it says, on labelled releases.
select form, least, most, activities, confidence, right_share
from staging.calibration
