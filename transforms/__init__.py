"""Text in, rows out: pure functions with no orchestrator, no page and no database connection.

Belongs here: reading bytes into releases, coding releases into activities, the vocabularies, and the SELECTs of the models.
Does not: anything that imports dagster or streamlit, or opens a DuckDB connection.
"""
