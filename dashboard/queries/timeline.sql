-- What is counted by period, or by the bucket that has no place on the axis. A release or a project whose activities are dated in several
-- ways stands once in a period, under the best of them: 0 in the text, 1 only the year, 2 publication of the release, 3 none.
select bucket, basis, count(*) as number
from (
    select
        counted_id,
        case
            when month = 'undated' then 'undated'
            when month like '%X-XX' then 'decade'
            when month like '%-XX' and not $by_year then 'year'
            when left(month, 4)::integer < $first_year::integer then 'before'
            when left(month, 4)::integer > $last_year::integer then 'after'
            when $by_year then left(month, 4)
            else month
        end as bucket,
        min(case when month_basis = 'none' then 3 when month_basis = 'publication' then 2 when month like '%XX' then 1 else 0 end) as basis
    from filtered
    where counted_id is not null
    group by all
)
group by all
order by bucket, basis
