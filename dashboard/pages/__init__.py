"""The pages; a new one is a file here and a line in app.py.

Belongs here: putting sections in order. Does not: drawing them (sections/).
"""
