-- The kinds of the codebook.
select kind, definition, nullif(plover, '') as plover
from read_csv(getvariable('vocabulary') || '/kinds.csv', all_varchar = true)
