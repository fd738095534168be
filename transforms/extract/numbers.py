"""Numbers as sums of money write them: "1.2 billion", "880,000", "1,2 Mrd", "half a million", "1,50,000".

Belongs here: reading one number at, or just before, a given offset of folded text.
Does not: currencies (money.py), dates (dates.py).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.extract.words import rows

_SCALES = {row["word"]: float(row["value"]) for row in rows("number_words.csv") if row["role"] == "scale"}
_COUNTS = {row["word"]: float(row["value"]) for row in rows("number_words.csv") if row["role"] == "count"}
_DIGITS = r"\d{1,3}(?:[ ,']\d{2,3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s?-?(?P<scale>" + "|".join(sorted(_SCALES, key=len, reverse=True)) + r")(?![a-z0-9]))?"
_SPELLED = "|".join(sorted(_COUNTS, key=len, reverse=True))
_AT = re.compile(rf"(?P<number>{_DIGITS}){_SCALE}")
_BEFORE = re.compile(
    rf"(?<![\w.,])(?:(?P<number>{_DIGITS}){_SCALE}|(?P<word>{_SPELLED})\s(?P<big>thousand|lakh|million|crore|billion|trillion)s?)[\s-]*$"
)
_REACH = 36
_GROUP = 3


class Number(NamedTuple):
    """A number and where it stands; `scaled` if it has a word of size ("million")."""

    start: int
    end: int
    value: float
    scaled: bool


def number_at(folded: str, start: int) -> Number | None:
    """Read the number that begins at `start`."""
    match = _AT.match(folded, start)
    if match is None:
        return None
    scale = match["scale"]
    return Number(start, match.end(), _value(match["number"], scale), scale is not None)


def number_before(folded: str, end: int) -> Number | None:
    """Read the number that ends at `end`, spaces and hyphens between them allowed."""
    low = max(0, end - _REACH)
    match = _BEFORE.search(folded[low:end])
    if match is None:
        return None
    start = low + match.start()
    if match["word"]:
        return Number(start, end, _COUNTS[match["word"]] * _SCALES[match["big"]], scaled=True)
    scale = match["scale"]
    return Number(start, end, _value(match["number"], scale), scale is not None)


def _value(digits: str, scale: str | None) -> float:
    """The value of `digits`: a comma or point before exactly three digits groups them, unless a word of size follows."""
    plain = digits.replace(" ", "").replace("'", "")
    if plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(",") == 1 and "." not in plain and len(plain) - plain.index(",") - 1 != _GROUP:
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    # Scaling integers keeps 774 million exact.
    return round(float(plain) * _SCALES.get(scale or "", 1), 4)
