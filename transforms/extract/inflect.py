"""The forms of English verbs and nouns, by rule, with the irregular ones from the vocabulary.

Belongs here: inflecting, and the letters that name a form: b base, s third person, g "-ing", d past, n participle.
Does not: reading forms in a text (verb_group.py).
"""

from __future__ import annotations

import re
from functools import cache

from transforms.extract.words import rows

_DOUBLES = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtvz]")
_SIBILANT = ("s", "x", "z", "ch", "sh")


def verb_forms(verb: str) -> dict[str, str]:
    """Form -> its letters, for a verb that may have particles: "hand over" -> "handed over": "dn"."""
    head, space, rest = verb.partition(" ")
    forms: dict[str, str] = {}
    for letter, form in _head_forms(head).items():
        forms[form + space + rest] = forms.get(form + space + rest, "") + letter
    return forms


def plurals(noun: str) -> tuple[str, ...]:
    """The noun and its regular plural; a term that ends in "s" stands alone."""
    if noun.endswith(_SIBILANT[1:]):
        return noun, noun + "es"
    if noun.endswith("s"):
        return (noun,)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + "s"


def _head_forms(verb: str) -> dict[str, str]:
    irregular = _irregular().get(verb)
    if irregular:
        past, participle, ing = irregular
    else:
        past = participle = _with_suffix(verb, "ed")
        ing = _with_suffix(verb, "ing")
    return {"b": verb, "s": _third_person(verb), "g": ing, "d": past, "n": participle}


def _third_person(verb: str) -> str:
    if verb.endswith((*_SIBILANT, "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _with_suffix(verb: str, suffix: str) -> str:
    if verb.endswith("e"):
        return verb[:-1] + suffix if not verb.endswith("ee") else verb + suffix[suffix == "ed" :]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "i" if suffix == "ed" else verb) + suffix
    return verb + verb[-1] + suffix if _DOUBLES.fullmatch(verb) else verb + suffix


@cache
def _irregular() -> dict[str, tuple[str, str, str]]:
    return {row["verb"]: (row["past"], row["participle"], row["ing"]) for row in rows("irregular_verbs.csv")}
