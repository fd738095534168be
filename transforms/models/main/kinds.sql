-- The kinds of the codebook.
select kind, definition, plover
from read_csv(getvariable('vocabulary') || '/kinds.csv', all_varchar = true, nullstr = '')
