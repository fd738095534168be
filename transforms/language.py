"""Which language a text is written in.

Belongs here: one answer for reading and for coding.
Does not: what is done with texts that are not in English (so far: they are kept, and not coded).
"""

from __future__ import annotations

import re

from resiliparse.parse.lang import detect_fast

_SAMPLE = 4000
_FEWEST_LETTERS = 20  # with fewer the detector guesses
_SHORT = 400  # below this many letters English is told by its small words: the detector takes one such text in ten for another language
_UNKNOWN_ABOVE = 1200  # distance at which the detector itself stops being sure
_SMALL_WORDS = re.compile(r"\b(?:and|are|by|for|from|has|in|its|of|that|the|their|this|to|was|were|with)\b", re.IGNORECASE)
_ONLY_ENGLISH = re.compile(r"\b(?:and|from|has|its|that|the|their|this|to|were|with)\b", re.IGNORECASE)
_SHARE = 8  # English prose has a small word among every five or six words; one among eight is asked for


def language(text: str) -> str | None:
    """ISO 639-1 code, None where it cannot be told: no letters, too few, or nothing that the detector knows."""
    sample = text[:_SAMPLE].replace("\xa0", " ")
    letters = sum(map(str.isalpha, sample))
    if letters < _FEWEST_LETTERS:
        return None
    if letters < _SHORT and _ONLY_ENGLISH.search(sample):
        return "en" if _has_small_words(sample) else None
    code, distance = detect_fast(sample)
    return None if code == "unknown" or distance > _UNKNOWN_ABOVE else str(code)


def is_english(stated: str | None, text: str) -> bool:
    """Whether to code a text: it is stated to be English or reads so, or it is too short or strange to tell."""
    return (stated or language(text) or "en").lower().startswith("en")


def _has_small_words(sample: str) -> bool:
    return len(_SMALL_WORDS.findall(sample)) * _SHARE >= len(sample.split())
