"""Release in, activities out.

Belongs here: everything between a stored body and the rows of the ledger, one step a module: fold, scan, the finders (places, dates,
sectors, triggers, money, parties), candidates, decide, assemble, batch.
Does not: reading bytes (transforms/read), lists of words (transforms/vocabulary), tables (transforms/models).
"""
