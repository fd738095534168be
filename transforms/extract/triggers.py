"""Words that name acts, each with its kind and mood.

Belongs here: what a trigger means in its clause: noun or verb, its object, its subject, the cues before it.
Does not: the vocabulary (trigger_lexicon.py), reading verb groups (verb_group.py), which trigger becomes an activity (decide.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import NamedTuple

from transforms.extract import trigger_lexicon
from transforms.extract.document import Document
from transforms.extract.lexicon import longest
from transforms.extract.mentions import Hit, Trigger
from transforms.extract.parties import own_starts
from transforms.extract.trigger_lexicon import Sense, Term, senses
from transforms.extract.verb_group import Reading, read

lexicons = trigger_lexicon.lexicons

_CLAUSE_END = re.compile(
    r"[;:()]| (?:which|who|whom|while|whereas|after|before|when|where|because|although|but|so that|and (?:is|was|has|have|will|the)) "
)
_LOOK_BACK = 64
_OBJECT_REACH = 100
_SUBJECT_REACH = 130
_CUE_REACH = 70
_DATIVE = frozenset(("provide", "supply", "present", "equip", "furnish"))
_DITRANSITIVE = frozenset(("give", "award", "grant", "offer", "send", "lend"))
_ERGATIVE = frozenset(("open", "reopen", "start", "begin", "commence", "kick off", "launch", "end", "finish", "conclude"))
_SUM = re.compile(r"[$\u20ac\u00a3]\d")
_STARTING = frozenset(
    ("start", "begin", "commence", "launch", "kick off", "break ground", "resume", "flag off", "lay", "pour", "begin to run", "undertake")
)
_LASTING = frozenset(("service", "training", "construction", "research"))


class _Text(NamedTuple):
    """What a clause is read from: the text and its hits in order, with their starts for bisection."""

    folded: str
    ends: list[int]
    objects: list[Hit]
    object_starts: list[int]
    cues: list[Hit]
    cue_starts: list[int]
    own: list[int]


class _Clause(NamedTuple):
    """A trigger hit in its sentence; `words` stand before it, `after` is the word behind it."""

    hit: Hit
    low: int
    high: int
    words: list[str]
    after: str


def find_triggers(doc: Document) -> list[Trigger]:
    """Every plausible act in the order of the text; an act of two possible kinds gives two triggers, the likelier one first."""
    hits = longest(doc.hits.get("triggers", []))
    text = _text(doc)
    found: list[Trigger] = []
    for hit in hits:
        term = hit.value
        if isinstance(term, Term) and (term.verb or term.senses):
            found.extend(_triggers(text, _clause(text, hit), term))
    return found


def _text(doc: Document) -> _Text:
    objects = longest(doc.hits.get("objects", []))
    cues = sorted(doc.hits.get("cues", []))
    ends = [sentence.end for sentence in doc.sentences]
    return _Text(doc.folded, ends, objects, [h.start for h in objects], cues, [h.start for h in cues], own_starts(doc))


def _clause(text: _Text, hit: Hit) -> _Clause:
    index = bisect_right(text.ends, hit.start)
    low = text.ends[index - 1] if index else 0
    high = text.ends[index] if index < len(text.ends) else len(text.folded)
    words = text.folded[max(low, hit.start - _LOOK_BACK) : hit.start].split()
    following = text.folded[hit.end : min(high, hit.end + 20)].split(None, 1)
    return _Clause(hit, low, max(high, hit.end), words, following[0] if following else "")


def _triggers(text: _Text, clause: _Clause, term: Term) -> list[Trigger]:
    reading = read(clause.words, term.forms, clause.after, bool(term.senses)) if term.verb else None
    if reading is None:
        return _nominal(text, clause, term)
    span, options = _object(text, clause, term.verb, reading)
    mood = _mood(text, clause, reading.mood)
    weaker = int(reading.form == "participle" and not reading.tense)
    subject = _subject(text, clause, reading)
    return [
        Trigger(
            clause.hit.start, clause.hit.end, sense.kind, max(1, sense.weight - weaker), reading.form, mood,
            _status(mood, reading.tense, sense.kind, term.verb), subject, *span,
        )
        for sense in options
    ]  # fmt: skip


def _nominal(text: _Text, clause: _Clause, term: Term) -> list[Trigger]:
    mood = _mood(text, clause, "fact")
    status = mood if mood in ("planned", "ongoing") else ""
    return [Trigger(clause.hit.start, clause.hit.end, kind, weight, "nominal", mood, status) for kind, weight in term.senses]


def _object(text: _Text, clause: _Clause, verb: str, reading: Reading) -> tuple[tuple[int, int], tuple[Sense, ...]]:
    """The object that decides the verb's kind, and the senses it leaves."""
    table = senses()[verb]
    spans = [_after(text, clause, verb)]
    if reading.form == "passive" or (reading.form == "participle" and reading.tense == "past"):
        # "was given a terminal": of two objects the one behind the verb is the thing given.
        spans.insert(int(verb in _DITRANSITIVE), _before(clause))
    elif verb in _ERGATIVE:
        spans.append(_before(clause))
    for low, high in spans:
        for hit in _heads(text, low, high):
            if hit.value in table:
                return (low, high), table[str(hit.value)]
            if "" in table:
                return (low, high), table[""]
        if "money" in table and _SUM.search(text.folded, low, high):
            return (low, high), table["money"]
    return spans[0], table.get("", ())


def _heads(text: _Text, low: int, high: int) -> list[Hit]:
    """Nouns that can be objects: of a compound its last ("television facilities"), and none that only owns ("the group's")."""
    hits = text.objects[bisect_left(text.object_starts, low) : bisect_left(text.object_starts, high)]
    return [
        hit
        for hit, following in zip_longest(hits, hits[1:])
        if not (following and 0 <= following.start - hit.end <= 1) and not text.folded.startswith("'", hit.end)
    ]


def _before(clause: _Clause) -> tuple[int, int]:
    return max(clause.low, clause.hit.start - _SUBJECT_REACH), clause.hit.start


def _after(text: _Text, clause: _Clause, verb: str) -> tuple[int, int]:
    start, limit = clause.hit.end, min(clause.high, clause.hit.end + _OBJECT_REACH)
    stop = _CLAUSE_END.search(text.folded, start, limit)
    end = stop.start() if stop else limit
    if verb in _DATIVE and (given := text.folded.find(" with ", start, end)) >= 0:
        return given + 5, end
    return start, end


def _mood(text: _Text, clause: _Clause, mood: str) -> str:
    """The mood of the verb group, unless a cue shortly before in the sentence says more."""
    if mood not in ("fact", "planned") or not text.cues:
        return mood
    low = max(clause.low, clause.hit.start - _CUE_REACH)
    cues = text.cues[bisect_left(text.cue_starts, low) : bisect_left(text.cue_starts, clause.hit.start)]
    return str(cues[-1].value) if cues else mood


def _status(mood: str, tense: str, kind: str, verb: str) -> str:
    if mood in ("planned", "ongoing"):
        return mood
    if mood != "fact" or not tense:
        return ""
    if kind in _LASTING and (verb in _STARTING or tense == "present"):
        return "ongoing"
    return "completed"


def _subject(text: _Text, clause: _Clause, reading: Reading) -> str:
    """Own, if the reporting organisation stands before an active verb, or behind the "by" of a passive one."""
    if reading.form in ("passive", "participle"):
        agent = text.folded.find(" by ", clause.hit.end, min(clause.high, clause.hit.end + 30))
        if agent < 0:
            return ""
        return "own" if _any_between(text.own, agent, agent + 25) else "other"
    return "own" if _any_between(text.own, max(clause.low, clause.hit.start - _SUBJECT_REACH), clause.hit.start) else ""


def _any_between(starts: list[int], low: int, high: int) -> bool:
    index = bisect_left(starts, low)
    return index < len(starts) and starts[index] < high
