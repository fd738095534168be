"""Bytes in, releases out.

Belongs here: encodings, manifests, the forms in which releases arrive, taking the page's furniture off, title, date, language.
Does not: what a release says (transforms/extract), keeping it (warehouse).
"""
