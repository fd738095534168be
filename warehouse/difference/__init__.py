"""What one snapshot says that another does not.

Belongs here: diff, and the SELECTs that it runs over the two files.
Does not: finding the files (warehouse/history.py), words on a terminal.
"""

from warehouse.difference.compare import COLUMNS, Change, Field, changes, diff, summary

__all__ = ["COLUMNS", "Change", "Field", "changes", "diff", "summary"]
