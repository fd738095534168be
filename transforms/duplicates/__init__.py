"""Which releases tell again what another one has told: reprints, shortened, restyled and updated ones.

Belongs here: the words that are compared, the sketch that finds candidates, the verdict on two texts, the choice of the original.
Does not: keeping sketches and verdicts (warehouse/duplicates.py), releases that are the same word for word (models/main/releases.sql).
"""
