-- How long after the event is it reported?
select
    case
        when reported_on < date_start then 'announced before'
        when reported_on - date_start <= 7 then 'within a week'
        when reported_on - date_start <= 31 then 'within a month'
        when reported_on - date_start <= 365 then 'within a year'
        else 'later'
    end as reported,
    count(*) as activities
from activities
where not is_duplicate and date_precision = 'day' and date_start is not null and reported_on is not null
group by all
order by activities desc, reported
