"""The only room that imports streamlit: pages over the published file, read-only.

Belongs here: pages, their queries, charts, theme. Does not: any figure that a query could not give an analyst too.
"""
