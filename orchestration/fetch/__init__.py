"""Asking press centres for their releases: politely, safely, and so that nothing is lost or doubled.

Belongs here: everything that uses the network. Does not: reading what came (transforms/read), keeping it (warehouse), dagster.
"""
