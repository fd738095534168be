"""Words that name acts, each with its kind and mood.

Belongs here: what a trigger means in its clause: noun or verb, its object, its subject, the cues before it.
Does not: the vocabulary (trigger_lexicon.py), reading verb groups (verb_group.py), which trigger becomes an activity (decide.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from transforms.extract import trigger_lexicon
from transforms.extract.document import Document
from transforms.extract.mentions import Hit, Trigger
from transforms.extract.nesting import outermost
from transforms.extract.parties import other_starts, own_starts
from transforms.extract.trigger_lexicon import Objects, Sense, Term
from transforms.extract.verb_group import Reading, read

lexicons = trigger_lexicon.lexicons

_CLAUSE_END = re.compile(
    r"[;:()]| (?:which|who|whom|while|whereas|after|before|when|where|because|although|but|so that|and (?:is|was|has|have|will|the)) "
)
_LOOK_BACK = 50
_OBJECT_REACH = 100
_SUBJECT_REACH = 130
_CUE_REACH = 70
_NEXT_WORD = 16
_ADJACENT = (0, 1)
_AGENT_REACH = 28
_NAME_REACH = 40
_PROMISED = frozenset(("construction", "supply", "service"))
_PROMISE = Sense("agreement", 1)
_DATIVE = frozenset(("provide", "supply", "present", "equip", "furnish"))
_DITRANSITIVE = frozenset(("give", "award", "grant", "offer", "send", "lend"))
_ERGATIVE = frozenset(("open", "reopen", "start", "begin", "commence", "kick off", "launch", "end", "finish", "conclude"))
_SUM = re.compile(r"[$\u20ac\u00a3]\d")
_STARTING = frozenset(
    ("start", "begin", "commence", "launch", "kick off", "break ground", "resume", "flag off", "lay", "pour", "begin to run", "undertake")
)
_LASTING = frozenset(("service", "training", "construction", "research"))


def find_triggers(doc: Document, lexicon: str = "triggers") -> list[Trigger]:
    """Every plausible act in the order of the text; an act of two possible kinds gives two triggers, the likelier one first.

    `lexicon`: "triggers" are words that name acts; "hints" name them too, but oftener something else.
    """
    reader = _Reader(doc)
    found: list[Trigger] = []
    for hit in outermost(doc.hits.get(lexicon, [])):
        term = hit.value
        if not isinstance(term, Term):
            continue
        if term.verb:
            found += reader.verb(hit.start, hit.end, term)
        elif term.senses:
            found += reader.noun(hit.start, hit.end, term)
    return found


class _Reader:
    """Reads one document: its text, and its hits in order, with their starts for bisection."""

    def __init__(self, doc: Document) -> None:
        self._folded = doc.folded
        self._ends = [*(sentence.end for sentence in doc.sentences), len(doc.folded) + 1]
        self._at = 0
        self._objects = outermost(doc.hits.get("objects", []))
        self._object_starts = [hit.start for hit in self._objects]
        self._cues = sorted(doc.hits.get("cues", []))
        self._cue_starts = [hit.start for hit in self._cues]
        self._own = own_starts(doc)
        self._others = other_starts(doc)

    def noun(self, start: int, end: int, term: Term) -> list[Trigger]:
        mood = self._mood(self._sentence(start)[0], start, "fact") if self._cues else "fact"
        status = mood if mood in ("planned", "ongoing") else ""
        return [Trigger(start, end, kind, weight, "nominal", mood, status) for kind, weight in term.senses]

    def verb(self, start: int, end: int, term: Term) -> list[Trigger]:
        """Read the verb in its clause; where it turns out to be a noun, as that."""
        low, high = self._sentence(start)
        words = self._folded[max(low, start - _LOOK_BACK) : start].split()
        following = self._folded[end : end + _NEXT_WORD]
        reading = read(words, term.forms, following[1:].partition(" ")[0] if following[:1] == " " else following[:1], term.noun)
        if reading is None:
            return self.noun(start, end, term) if term.senses else []
        object_start, object_end, senses = self._object(start, end, (low, high), term, reading)
        mood = self._mood(low, start, reading.mood) if self._cues else reading.mood
        weaker = int(not reading.tense)
        subject = self._subject(start, end, (low, high), reading)
        if mood == "planned" and senses and senses[0].kind in _PROMISED:
            senses = (*senses, _PROMISE)
        return [
            Trigger(
                start, end, kind, weight - weaker or 1, reading.form, mood,
                _status(mood, reading.tense, kind, term.verb), subject, object_start, object_end,
            )
            for kind, weight in senses
        ]  # fmt: skip

    def _sentence(self, start: int) -> tuple[int, int]:
        """The bounds of the sentence of `start`; hits come in order, so the search only goes on."""
        ends, index = self._ends, self._at
        while ends[index] <= start:
            index += 1
        self._at = index
        return ends[index - 1] if index else 0, ends[index]

    def _object(self, start: int, end: int, sentence: tuple[int, int], term: Term, reading: Reading) -> tuple[int, int, tuple[Sense, ...]]:
        """The object that decides the verb's kind, with the senses it leaves; -1, -1 where none decides."""
        table = term.objects
        default = table.get("", ())
        if default and len(table) == 1:
            return -1, -1, default
        before = (max(sentence[0], start - _SUBJECT_REACH), start)
        after = (end, min(sentence[1], end + _OBJECT_REACH))
        for low, high in _spans(before, after, term.verb, reading):
            if low == end and term.verb in _DATIVE and (given := self._folded.find(" with ", low, high)) >= 0:
                low = given  # noqa: PLW2901 - "provide X with Y": the search begins at Y
            head = self._head(low, high, table)
            if head:
                return head.start, head.end, table.get(str(head.value), default)
            if "money" in table and (money := _SUM.search(self._folded, low, high)):
                return money.start(), money.end(), table["money"]
        return -1, -1, default

    def _head(self, low: int, high: int, table: Objects) -> Hit | None:
        """The first noun of the clause that can be the object of such a verb: of a compound its last, and none that only owns."""
        objects, folded = self._objects, self._folded
        index = bisect_left(self._object_starts, low)
        while index < len(objects) and (head := objects[index]).start < high:
            index += 1
            if index < len(objects) and objects[index].start - head.end in _ADJACENT:
                continue
            if folded.startswith("'", head.end) or (head.value not in table and ("" not in table or head.value == "money")):
                continue
            return None if _CLAUSE_END.search(folded, low, head.start) else head
        return None

    def _mood(self, low: int, start: int, mood: str) -> str:
        """The mood of the verb group, unless a cue shortly before in the sentence says more."""
        if mood not in ("fact", "planned"):
            return mood
        index = bisect_left(self._cue_starts, start) - 1
        return str(self._cues[index].value) if index >= 0 and self._cue_starts[index] >= max(low, start - _CUE_REACH) else mood

    def _subject(self, start: int, end: int, sentence: tuple[int, int], reading: Reading) -> str:
        """Whose act it is: the name next before an active verb, or behind the "by" of a passive one."""
        if reading.form in ("passive", "participle"):
            agent = self._folded.find(" by ", end, min(sentence[1], end + _AGENT_REACH))
            if agent < 0:
                return ""
            return "own" if self._owned(agent, agent + _AGENT_REACH) else "other"
        low = max(sentence[0], start - _SUBJECT_REACH)
        own, other = _last_before(self._own, start, low), _last_before(self._others, start, low)
        if own < 0 and other < 0:
            return ""
        # "Acme Machinery Group": the word that ends the own name is no other organisation.
        return "own" if own >= 0 and other - own < _NAME_REACH else "other"

    def _owned(self, low: int, high: int) -> bool:
        index = bisect_left(self._own, low)
        return index < len(self._own) and self._own[index] < high


def _last_before(starts: list[int], end: int, low: int) -> int:
    index = bisect_left(starts, end) - 1
    return starts[index] if index >= 0 and starts[index] >= low else -1


def _spans(before: tuple[int, int], after: tuple[int, int], verb: str, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Where to look for the object, in order: behind an active verb, before a passive one."""
    if reading.form == "passive" or (reading.form == "participle" and reading.tense == "past"):
        # "was given a terminal": of two objects the one behind the verb is the thing given.
        return (after, before) if verb in _DITRANSITIVE else (before, after)
    return (after, before) if verb in _ERGATIVE else (after,)


def _status(mood: str, tense: str, kind: str, verb: str) -> str:
    if mood in ("planned", "ongoing"):
        return mood
    if mood != "fact" or not tense:
        return ""
    if kind in _LASTING and (verb in _STARTING or tense == "present"):
        return "ongoing"
    return "completed"
