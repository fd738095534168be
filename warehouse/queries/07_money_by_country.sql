-- How much money is stated, by country, and for how many of the activities?
select
    coalesce(country, 'Country not said') as country,
    count(*) as activities,
    count(amount_usd) as with_a_sum,
    round(sum(amount_usd) / 1e6, 1) as million_usd
from activities_named
where not is_duplicate
group by all
having with_a_sum > 0
order by million_usd desc, country
limit 10
