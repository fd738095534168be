"""Rulings: what a person says is right, and how it changes rows of the ledger.

Belongs here: the shape of a ruling, its check against the code lists, finding what it is about, the changed row.
Does not: the file that rulings stand in (warehouse/corrections.py), when they are replayed (orchestration).
"""
