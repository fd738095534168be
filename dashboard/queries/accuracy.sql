-- How well the coder codes labelled releases that it carries for the purpose; those that it was not made with come first.
select score, form, releases, precision, recall, f1, cells
from accuracy
order by form not like '%not trained on', form <> 'all', form, score
