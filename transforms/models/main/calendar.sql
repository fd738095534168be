-- Every month from the first dated activity to the last one, at most 150 years: a wrong year must not make a million rows.
with span as (
    select date_trunc('month', min(date_start)) as first_on, date_trunc('month', max(date_start)) as last_on
    from main.activities
    where date_start is not null
),

months as (
    select unnest(generate_series(greatest(first_on, last_on - interval 150 year), last_on, interval 1 month))::date as first_on from span
)

select
    strftime(first_on, '%Y-%m') as month,
    strftime(first_on, '%Y') as year,
    first_on,
    last_day(first_on) as last_on
from months
