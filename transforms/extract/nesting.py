"""Drop hits that lie inside longer ones, without sorting.

Belongs here: the one pass over hits as the scan gives them.
Does not: hits in any other order (lexicon.longest sorts first).
"""

from __future__ import annotations

from transforms.extract.mentions import Hit


def outermost(hits: list[Hit]) -> list[Hit]:
    """Give what lexicon.longest gives, for hits in the order of their ends."""
    kept: list[Hit] = []
    free = 0  # where the last kept hit ends: what starts there or later, as nearly all hits do, neither holds others nor lies in one
    for hit in hits:
        start, end, _ = hit
        if start >= free:
            kept.append(hit)
            free = end
            continue
        while kept and kept[-1].start >= start and (kept[-1].start, kept[-1].end) != (start, end):
            kept.pop()
        if not kept or kept[-1].end < end or kept[-1].start == start:
            kept.append(hit)
            free = end
    return kept
