"""Fold a body to the plain text that is searched, character for character.

Belongs here: the two foldings and their tables. Both keep the length, so an offset into one is an offset into the body.
Does not: finding anything.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

CURRENCY_SIGNS = "€£¥₹₩₽₺₦₱₫₪₴₵₡₲₸"
_QUOTES = {"‘": "'", "’": "'", "‛": "'", "′": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"'}
_LETTERS = {"ß": "s", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "a", "œ": "o", "þ": "t", "ħ": "h", "ı": "i", "ŋ": "n"}
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SPACES_OF_ASCII = "\t\v\f\x1c\x1d\x1e\x1f"
WIDE_SPACES = "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_FLAT = bytes(c if chr(c).isalnum() or c in b"\n" else 32 for c in range(128)) + b" " * 128


def fold(text: str) -> str:
    """Lower-case `text`, with plain quotes, spaces, dashes and letters; the result has exactly the length of `text`.

    Currency signs and letters of other scripts stay as they are.
    """
    plain = text if text.isascii() else NOT_ASCII.sub(_plain, text)
    return spaced(plain.lower(), _SPACES_OF_ASCII)


def spaced(text: str, spaces: str) -> str:
    """Turn each of `spaces` into a plain space: they are so rare that looking for each costs less than a table of all characters."""
    for space in spaces:
        text = text.replace(space, " ")
    return text


def flatten(folded: str) -> str:
    """Turn everything but letters, digits and line ends into spaces, so that terms match between spaces.

    "cote d'ivoire's" and "china-africa" become "cote d ivoire s" and "china africa".
    """
    return folded.encode("ascii", "replace").translate(_FLAT).decode("ascii")


def _plain(match: re.Match[str]) -> str:
    return _plain_character(match[0])


@cache
def _plain_character(character: str) -> str:
    """One character for one: the nearest plain one, or the character itself where there is none."""
    if character in CURRENCY_SIGNS:
        return character
    if character in _QUOTES:
        return _QUOTES[character]
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp", "Cf", "Cc"):
        return "\n" if category in ("Zl", "Zp") else " "
    if category == "Pd":
        return "-"
    lower = character.lower()
    if lower in _LETTERS:
        return _LETTERS[lower]
    base = unicodedata.normalize("NFKD", lower)[0]
    return base if base.isascii() else (lower if len(lower) == 1 else character)
