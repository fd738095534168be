-- What is in this file, and how much of it is undated or repeated?
select releases, duplicates, activities, countries, sectors, undated, other_languages, quarantined
from snapshot
