"""The words right before and after a place, and whether they are the words that places stand with.

Belongs here: cutting those words out, prepositions, the test for "in", "to", "from the", "across northern".
Does not: what follows from them (place_guards.py, place_senses.py, place_roles.py).
"""

from __future__ import annotations

from transforms.extract.gazetteer import cues

_REACH_BEFORE = 48
_WORDS_BEFORE = 6
_REACH_AFTER = 24
_MARKS = ".,;:!?)\"'"
PLACING = frozenset(("place", "origin", "transit", "type"))


def words_before(folded: str, start: int) -> list[str]:
    """The last few words before `start`; none of them from another paragraph."""
    return folded[max(0, start - _REACH_BEFORE) : start].rpartition("\n")[2].split()[-_WORDS_BEFORE:]


def word_after(folded: str, end: int) -> str:
    """The word that follows after one space, without its marks; "" where something else follows."""
    if folded[end : end + 1] != " ":
        return ""
    return folded[end + 1 : end + _REACH_AFTER].partition(" ")[0].partition("\n")[0].rstrip(_MARKS).removesuffix("'s")


def means(side: str, word: str, *meanings: str) -> bool:
    """Whether `word`, standing before or after a place, is a cue of one of these meanings."""
    known = cues(side).get(word)
    return known is not None and not known.isdisjoint(meanings)


def is_local(before: list[str]) -> bool:
    """Whether a place is expected after these words: "in", "to", "from the", "across northern"."""
    known = cues("before")
    for word in reversed(before):
        meanings = known.get(word)
        if meanings is None:
            return False
        if "skip" not in meanings:
            return not PLACING.isdisjoint(meanings)
    return False
