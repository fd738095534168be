"""The words right before and after a place, and whether they are the words that places stand with.

Belongs here: cutting those words out, prepositions, the test for "in", "to", "from the", "across northern".
Does not: what follows from them (place_guards.py, place_senses.py, place_roles.py).
"""

from __future__ import annotations

from transforms.extract.gazetteer import cue_words

_REACH_BEFORE = 48
_WORDS_BEFORE = 6
_REACH_AFTER = 24
_MARKS = ".,;:!?)\"'"
_PLACING = cue_words("before", "place", "origin", "transit", "type")
_SKIPPED = cue_words("before", "skip")


def words_before(folded: str, start: int) -> list[str]:
    """The last few words before `start`; none of them from another paragraph."""
    return folded[max(0, start - _REACH_BEFORE) : start].rpartition("\n")[2].split()[-_WORDS_BEFORE:]


def word_after(folded: str, end: int) -> str:
    """The word that follows after one space, without its marks; "" where something else follows."""
    if folded[end : end + 1] != " ":
        return ""
    return folded[end + 1 : end + _REACH_AFTER].partition(" ")[0].partition("\n")[0].rstrip(_MARKS).removesuffix("'s")


def is_local(before: list[str]) -> bool:
    """Whether a place is expected after these words: "in", "to", "from the", "across northern"."""
    for word in reversed(before):
        if word not in _SKIPPED:
            return word in _PLACING
    return False
