"""What the words before a verb make of it: finite or not, passive, planned, ongoing, negated, wished.

Belongs here: reading the verb group leftwards from the verb, a few words far.
Does not: subjects, objects and kinds (triggers.py), cues elsewhere in the clause (triggers.py).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transforms.extract.words import rows


class Reading(NamedTuple):
    """How a verb stands. `form` and `mood` as in Trigger; `tense`: past, present, perfect, future or "" (none of its own).

    A finite verb without tense is an infinitive of purpose.
    """

    form: str
    mood: str
    tense: str


def _words(role: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in rows("function_words.csv") if row["role"] == role}


_BE, _HAVE, _MODALS, _NEGATIONS = _words("be"), _words("have"), _words("modal"), _words("negation")
_DETERMINERS, _ADVERBS, _STARTING = _words("determiner"), _words("adverb"), _words("starting")
_SKIPPED = frozenset((*_ADVERBS, *_NEGATIONS))
_BEFORE_NOUNS = frozenset((*_DETERMINERS, *_words("preposition")))
_DO = ("do", "does", "did")
_HELP = ("help", "helps", "helped", "helping")
_PRONOUNS = ("we", "they", "i", "you", "who", "which", "that")
_MOOD_OF_PREPOSITION = {"without": "negated", "for": "planned", "before": "planned", "to": "planned", "towards": "planned", "at": "planned"}
_FACT = Reading("finite", "fact", "past")


def read(before: list[str], forms: str, after: str, noun: bool) -> Reading | None:
    """Read a verb with these letters of form after the words `before` and before the word `after`; None if it is a noun here."""
    words, negated = _without_adverbs(before)
    reading = _read(words, forms, after, noun)
    if reading is None or not negated or reading.form == "nominal":
        return reading
    return reading._replace(mood="negated")


def _read(words: list[str], forms: str, after: str, noun: bool) -> Reading | None:
    previous = words[-1] if words else ""
    if "n" in forms and (passive := _passive(words)):
        return passive
    if "n" in forms and (previous in _HAVE or previous.endswith("'ve")):
        return Reading("finite", "fact", "perfect") if _mood_before(words[:-1]) == "" else Reading("finite", "hypothetical", "")
    if "g" in forms:
        return _ing(words, after, noun)
    if "b" in forms and (infinitive := _infinitive(words)):
        return infinitive
    if "d" in forms or "n" in forms:
        return _past(words, forms, after)
    return _present(words, forms, after, noun)


def _without_adverbs(before: list[str]) -> tuple[list[str], bool]:
    """The words without adverbs at their end, and whether a negation was among these."""
    if not before or (before[-1] not in _SKIPPED and not before[-1].endswith(("ly", "n't"))):
        return before, False
    end, negated = len(before), False
    while end and (before[end - 1] in _SKIPPED or before[end - 1].endswith("ly")):
        end -= 1
        negated = negated or before[end] in _NEGATIONS
    if end and before[end - 1].endswith("n't"):
        return [*before[: end - 1], before[end - 1][:-3]], True
    return before[:end], negated


def _passive(words: list[str]) -> Reading | None:
    previous = words[-1] if words else ""
    if previous in _BE:
        return Reading("passive", "fact", _BE[previous])
    if previous == "being":
        return Reading("passive", "ongoing", "present")
    if previous == "been":
        mood = _mood_before(_without_adverbs(words[:-1])[0][:-1])
        return Reading("passive", mood or "fact", "perfect")
    if previous == "be":
        return Reading("passive", _mood_before(words[:-1]) or "planned", "future")
    return Reading("passive", "fact", "past") if previous in ("got", "gets", "get") else None


def _mood_before(words: list[str]) -> str:
    """The mood that a modal, or a word and "to", gives to what follows; "" without either."""
    words, negated = _without_adverbs(words)
    if not words:
        return ""
    if words[-1] in _MODALS:
        return "negated" if negated else _MODALS[words[-1]]
    if words[-1] == "to":
        inner, refused = _without_adverbs(words[:-1])
        return "negated" if negated or refused else _moods().get(inner[-1] if inner else "", "planned")
    return ""


def _progressive(words: list[str]) -> Reading | None:
    """Read "is building", "has been building", "will be building"; None where no form of "be" stands before."""
    previous = words[-1] if words else ""
    if previous in _BE or previous == "been":
        return Reading("finite", "ongoing", "present")
    if previous != "be":
        return None
    mood = _mood_before(words[:-1])
    return Reading("finite", "planned" if mood in ("", "planned", "ongoing") else mood, "future")


def _ing(words: list[str], after: str, noun: bool) -> Reading | None:
    previous = words[-1] if words else ""
    if progressive := _progressive(words):
        return progressive
    if previous in _STARTING:
        return Reading("participle", "ongoing", "present")
    if after == "of" or (noun and (previous in _BEFORE_NOUNS or not previous.isalpha())):
        return None
    if noun and previous not in ("by", "after", "while", *_MOOD_OF_PREPOSITION):
        return None
    return Reading("participle", _MOOD_OF_PREPOSITION.get(previous, "fact"), "")


def _infinitive(words: list[str]) -> Reading | None:
    previous = words[-1] if words else ""
    if previous in _DO or previous in _HELP:
        return _FACT
    mood = _mood_before(words) or (_coordinated(words) if previous in ("and", "or") or previous.endswith(",") else "")
    if not mood:
        return None
    if mood == "planned" and previous == "to" and words[-2:-1] and words[-2] not in _moods():
        return Reading("finite", mood, "")  # "a contract to build": what for, and no plan told as such
    return Reading("finite", mood, "future" if mood == "planned" else "past" if mood == "fact" else "present")


def _coordinated(words: list[str]) -> str:
    """The mood of "to design and" or "will design, supply and", found up to six words back."""
    for back in range(1, min(len(words), 7)):
        if mood := _mood_before(words[:-back]):
            return mood
    return ""


def _past(words: list[str], forms: str, after: str) -> Reading | None:
    previous = words[-1] if words else ""
    if "n" in forms:
        if after == "by" or "d" not in forms:
            return Reading("participle", "fact", "past")
        if previous in _BEFORE_NOUNS and after.isalpha():
            return Reading("participle", "fact", "")
    return _FACT


def _present(words: list[str], forms: str, after: str, noun: bool) -> Reading | None:
    previous = words[-1] if words else ""
    if previous in _BEFORE_NOUNS and previous not in _PRONOUNS:
        return None
    if "s" in forms:
        return Reading("finite", "fact", "present") if not noun or after in _DETERMINERS or after.isdigit() else None
    if previous in ("we", "they", "i"):
        return Reading("finite", "fact", "present")
    if noun and after not in _DETERMINERS:
        return None
    # A bare form at the head of a clause is a call to the reader.
    return Reading("finite", "fact" if previous else "wished", "present")


@cache
def _moods() -> dict[str, str]:
    return {row["word"]: row["mood"] for row in rows("verb_moods.csv")}
