"""The code lists and lexicons, as CSV beside this file, and their loader.

Belongs here: reviewed knowledge, one line a fact, sorted, each file described in README.md with its source and licence.
Does not: rules about how words are used in a sentence (transforms/extract).
"""
