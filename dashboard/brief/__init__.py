"""The brief: one country on one page, to print or to save.

Belongs here: its content as plain values, and the two forms of it. Does not: queries, widgets (sections/brief.py).
"""
