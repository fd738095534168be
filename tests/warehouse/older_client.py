"""What an older DuckDB is asked about a published file; run in an environment of its own, which has nothing but that DuckDB.

Belongs here: that script. Does not: asserting anything (test_older_client.py), imports of ours.
"""

import json
import sys

import duckdb

connection = duckdb.connect(sys.argv[1], read_only=True)
tables = "select table_name from duckdb_tables() where not internal union all select view_name from duckdb_views() where not internal"
read = {
    name: connection.execute(f'select count(*), sum(hash(t)) from "{name}" as t').fetchall()[0][0]
    for (name,) in connection.execute(tables).fetchall()
}
macros = connection.execute(
    "select function_name, comment from duckdb_functions() where function_type = 'table_macro' and schema_name = 'main' and not internal"
).fetchall()
called = {
    name: connection.execute(f"select count(*), sum(hash(t)) from ({told.split('Example: ')[1]}) as t").fetchall()[0][0]
    for name, told in macros
}
keys = connection.execute("select count(*) from duckdb_constraints() where constraint_type = 'PRIMARY KEY'").fetchall()[0][0]
silent = connection.execute("select count(*) from dictionary where coalesce(meaning, '') = ''").fetchall()[0][0]
sys.stdout.write(json.dumps({"version": duckdb.__version__, "read": read, "called": called, "keys": keys, "silent": silent}))
