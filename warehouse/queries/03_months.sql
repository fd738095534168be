-- How many activities in each month of a year, months without any included?
select calendar.month, count(activity.activity_id) as activities
from calendar
left join activities_named as activity on activity.month = calendar.month and activity.month_basis = 'text' and not activity.is_duplicate
where calendar.year = '2019'
group by calendar.month
order by calendar.month
