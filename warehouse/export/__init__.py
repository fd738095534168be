"""Taking activities out of a published file into the forms that others read.

Belongs here: the forms, the filters, what lies beside the data. Does not: the command (orchestration/commands/export.py).
"""
