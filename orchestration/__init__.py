"""The only room that imports dagster: assets, checks, automation, resources, and the command line on top of them.

Belongs here: what runs, in which order, when. Does not: what a step does (transforms, warehouse).
"""
