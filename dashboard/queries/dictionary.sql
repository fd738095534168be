-- The file in its own words.
select object, name, column_name, type, meaning
from main.dictionary
order by object = 'column', object, name
