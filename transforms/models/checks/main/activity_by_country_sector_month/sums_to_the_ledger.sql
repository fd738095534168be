-- Every activity stands in one cell: the row returned says how many are lost (negative: counted twice).
select ledger.activities - cells.activities as missing, ledger.duplicates - cells.duplicates as missing_duplicates
from (
    select count(*) filter (where not is_duplicate) as activities, count(*) filter (where is_duplicate) as duplicates from main.activities
) as ledger,
    (
        select coalesce(sum(activities), 0) as activities, coalesce(sum(duplicate_activities), 0) as duplicates
        from main.activity_by_country_sector_month
    ) as cells
where ledger.activities <> cells.activities or ledger.duplicates <> cells.duplicates
