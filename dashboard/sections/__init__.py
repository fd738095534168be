"""The parts of pages.

Belongs here: drawing one question and its answer. Does not: their order (pages/).
"""
