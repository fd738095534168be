"""The script that Streamlit runs.

Belongs here: app.py alone. Streamlit takes a folder `pages` beside its script for its own menu, and shows a first visitor an empty page.
Does not: anything else.
"""
