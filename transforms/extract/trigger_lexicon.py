"""What the words of acts mean: verbs with their objects, nouns, objects, and the cues of mood.

Belongs here: building the lexicons "triggers", "objects" and "cues" from the vocabulary; the table verb x object -> kinds.
Does not: reading a clause (verb_group.py, triggers.py).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from transforms.extract.inflect import plurals, verb_forms
from transforms.extract.lexicon import Lexicon
from transforms.extract.words import rows


class Sense(NamedTuple):
    """One kind that a term can have; the first sense is the likeliest."""

    kind: str
    weight: int


class Term(NamedTuple):
    """A trigger term: as a verb (`verb`, `forms`), as a noun (`senses`), as both, or as neither: then it only hides others."""

    verb: str = ""
    forms: str = ""
    senses: tuple[Sense, ...] = ()


_HIDES = Term()


@cache
def lexicons() -> list[Lexicon]:
    """The lexicons "triggers" (Term), "objects" (class of object) and "cues" (mood)."""
    cues: dict[str, object] = {row["cue"]: row["mood"] for row in rows("mood_cues.csv")}
    return [Lexicon("triggers", _terms()), Lexicon("objects", dict(_objects())), Lexicon("cues", cues)]


@cache
def senses() -> dict[str, dict[str, tuple[Sense, ...]]]:
    """Verb -> class of object ("" for any other or none) -> its senses."""
    table: dict[str, dict[str, tuple[Sense, ...]]] = {}
    for row in sorted(rows("trigger_verbs.csv"), key=lambda row: int(row["rank"])):
        objects = table.setdefault(row["verb"], {})
        objects[row["object"]] = (*objects.get(row["object"], ()), Sense(row["kind"], int(row["weight"])))
    return table


def _terms() -> dict[str, object]:
    terms: dict[str, Term] = {}
    for row in rows("triggers.csv"):
        before = terms.get(row["trigger"], _HIDES)
        senses_of = (*before.senses, Sense(row["kind"], int(row["weight"]))) if row["kind"] else ()
        terms[row["trigger"]] = before._replace(senses=senses_of)
    for verb in senses():
        for form, letters in verb_forms(verb).items():
            before = terms.get(form, _HIDES)
            terms[form] = before._replace(verb=verb, forms="".join(sorted({*before.forms, *letters})))
    for term in _objects():
        # "training centre" is a building and no training.
        if " " in term and any(word in terms for word in term.split()):
            terms.setdefault(term, _HIDES)
    return dict(terms)


@cache
def _objects() -> dict[str, str]:
    return {form: row["object"] for row in rows("trigger_objects.csv") for form in plurals(row["term"])}
