-- How well the coder of this build does on labelled releases.
select score, form, releases, precision, recall, f1, cells
from staging.accuracy
