-- The file in its own words: what each table, view, column and macro means.
select 'table' as object, table_name as name, null as column_name, null as type, comment as meaning
from duckdb_tables()
where database_name = current_database() and schema_name = 'main' and not internal
union all
select 'view', view_name, null, null, comment
from duckdb_views()
where database_name = current_database() and schema_name = 'main' and not internal
union all
select 'column', table_name, column_name, data_type, comment
from duckdb_columns()
where database_name = current_database() and schema_name = 'main' and not internal
union all
select 'macro', function_name, null, array_to_string(parameters, ', '), comment
from duckdb_functions()
where database_name = current_database() and schema_name = 'main' and function_type = 'table_macro'
