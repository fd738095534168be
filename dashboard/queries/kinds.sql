-- The kinds of activity with their definitions.
select kind, definition from kinds order by kind
