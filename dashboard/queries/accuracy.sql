-- How well the coder codes labelled releases that it carries for the purpose.
select score, form, releases, precision, recall, f1, cells
from accuracy
order by form <> 'all', form, score
