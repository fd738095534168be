"""Linking: activities of one undertaking, told by many releases, put together.

Belongs here: which activities belong to one project, and why. Does not: which activities there are (extract), storing (warehouse).
"""
