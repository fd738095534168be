"""What the words of acts mean: verbs with their objects, nouns, objects, and the cues of mood.

Belongs here: building the lexicons "triggers", "objects" and "cues" from the vocabulary; the table verb x object -> kinds.
Does not: reading a clause (verb_group.py, triggers.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from transforms.extract.inflect import plurals, verb_forms
from transforms.extract.lexicon import Lexicon
from transforms.extract.words import rows


class Sense(NamedTuple):
    """One kind that a term can have; the first sense is the likeliest."""

    kind: str
    weight: int


Objects = Mapping[str, tuple[Sense, ...]]


class Term(NamedTuple):
    """A trigger term: as a verb (`verb`, `forms`), as a noun (`senses`), as both, or as neither: then it only hides others.

    `objects`: what the verb means with each class of object, "" for any other or none. `noun`: the form may be a noun or adjective.
    """

    verb: str = ""
    forms: str = ""
    senses: tuple[Sense, ...] = ()
    objects: Objects = MappingProxyType({})
    noun: bool = False


_HIDES = Term()


@cache
def lexicons() -> list[Lexicon]:
    """The lexicons "triggers" and "hints" (Term), "objects" (class of object) and "cues" (mood)."""
    cues: dict[str, object] = {row["cue"]: row["mood"] for row in rows("mood_cues.csv")}
    firm = _terms("triggers.csv", "trigger_verbs.csv")
    hints = _terms("hints.csv", "hint_verbs.csv")
    return [Lexicon("triggers", firm), Lexicon("hints", hints), Lexicon("objects", dict(_objects())), Lexicon("cues", cues)]


def _verbs(file: str) -> dict[str, dict[str, tuple[Sense, ...]]]:
    """Verb -> class of object -> its senses."""
    table: dict[str, dict[str, tuple[Sense, ...]]] = {}
    for row in sorted(rows(file), key=lambda row: int(row["rank"])):
        objects = table.setdefault(row["verb"], {})
        objects[row["object"]] = (*objects.get(row["object"], ()), Sense(row["kind"], int(row["weight"])))
    return table


def _terms(nouns: str, verbs: str) -> dict[str, object]:
    terms: dict[str, Term] = {}
    for row in rows(nouns):
        before = terms.get(row["trigger"], _HIDES)
        senses = (*before.senses, Sense(row["kind"], int(row["weight"]))) if row["kind"] else ()
        terms[row["trigger"]] = before._replace(senses=senses, noun=bool(senses))
    _add_verbs(terms, _verbs(verbs))
    for term in _objects():
        # "training centre" is a building and no training.
        if " " in term and any(word in terms for word in term.split()):
            terms.setdefault(term, _HIDES)
    return dict(terms)


def _add_verbs(terms: dict[str, Term], verbs: dict[str, dict[str, tuple[Sense, ...]]]) -> None:
    nouns = {row["word"] for row in rows("function_words.csv") if row["role"] == "ambiguous"}
    for verb, objects in verbs.items():
        for form, letters in verb_forms(verb).items():
            before = terms.get(form, _HIDES)
            forms = "".join(sorted({*before.forms, *letters}))
            noun = before.noun or form in nouns or form in _objects()
            terms[form] = before._replace(verb=verb, forms=forms, objects=objects, noun=noun)


@cache
def _objects() -> dict[str, str]:
    return {form: row["object"] for row in rows("trigger_objects.csv") for form in plurals(row["term"])}
