"""The only room that opens DuckDB.

Belongs here: connections, contracts, lineage, publishing, corrections, exports.
Does not: how text becomes rows (transforms), when things run (orchestration), pages (dashboard).
"""
