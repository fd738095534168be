"""What is said about a candidate in words that a person can read: the features of the models.

Belongs here: features of (area, sentence) and of (area, sentence, kind), from the mentions around them.
Does not: features of a whole release (pool.py), weighing them (model.py), their names (phrases.py).
"""

from __future__ import annotations

import re
from operator import attrgetter

from transforms.extract import phrases
from transforms.extract.bands import BEHIND, CHANCE, FEW, GAP, MANY, RANK, TELLING
from transforms.extract.candidates import Candidate, Context, is_region
from transforms.extract.found import Found
from transforms.extract.kind_words import Chances
from transforms.extract.mentions import Place, SectorTerm, Trigger
from transforms.extract.model import NOTHING, Bundle

_BREAK = re.compile(r"; |, (?:while|but|which|where|who|and) | - |: | after | following ")
_IN = frozenset(("in", "at"))
_LONG, _SHORT = 300, 60
_OPENING, _UNRANKED = 5, 9
_NO_TRIGGER = Bundle(("no trigger",))
_weight = attrgetter("weight")


def sentence_features(found: Found, known: Context, index: int) -> list[Bundle]:
    """What holds for every candidate of a sentence."""
    sentence, dates = found.doc.sentences[index], found.dates[index]
    owned = [party.own for party in found.parties[index]]
    position = BEHIND(index - known.lead_end)
    mentions = (
        heaviest(found.terms[index]),
        bool(dates),
        "day" in [date.precision for date in dates],
        bool(found.sums[index]),
        True in owned,
        False in owned,
        FEW(len(found.profiles[index])),
    )
    setting = phrases.of_setting(sentence.role, position, found.doc.cased)
    return [setting, *_of_triggers(found.triggers[index]), phrases.of_mentions(*mentions), _shape(found, index)]


def heaviest(mentions: list[SectorTerm] | list[Trigger]) -> int:
    """The weight of the heaviest, 0 where there is none."""
    return max(map(_weight, mentions), default=0)


def _of_triggers(triggers: list[Trigger]) -> list[Bundle]:
    if not triggers:
        return [_NO_TRIGGER]
    best = max(triggers, key=_weight)
    acts = frozenset([(t.kind, t.mood, t.form, t.status, t.subject) for t in triggers])
    return [phrases.of_best(best.weight, best.form, best.mood, min(len(triggers), 4)), phrases.of_acts(acts)]


def _shape(found: Found, index: int) -> Bundle:
    sentence, folded = found.doc.sentences[index], found.doc.folded
    text = folded[sentence.start : sentence.end]
    places = found.places[index]
    length = "long" if len(text) > _LONG else "short" if len(text) < _SHORT else ""
    quote = text[:1] == '"' or text[-1:] == '"' or " said" in text or " says" in text
    we = " we " in text or text.startswith("we ") or " our " in text
    first = index == 0 or found.doc.sentences[index - 1].paragraph != sentence.paragraph
    countries = len({p.country for p in places if p.country and p.role == ""}) if places else 0
    return phrases.of_shape(length, quote, text.endswith("?"), we, first, FEW(countries))


def keep_features(found: Found, known: Context, candidate: Candidate) -> list[Bundle]:
    """What speaks for and against this area in this sentence; to be joined with sentence_features."""
    area, basis, place = candidate.area, candidate.basis, candidate.place
    act = "act" if found.triggers[candidate.sentence] else "no act"
    bundles = [
        phrases.of_basis(basis, act, area == known.dateline),
        _of_area(known, area, listed=place is not None and place.listed),
        _beside(found, known, candidate),
    ]
    if place is not None and basis == "sentence":
        bundles += _of_place(found, candidate.sentence, place)
    return bundles


def _of_area(known: Context, area: str, *, listed: bool) -> Bundle:
    """What the release says of an area wherever it stands, worked out once; of a list's member nothing that counts mentions."""
    bundle = known.said.get((area, listed))
    if bundle is None:
        rank = known.ranked.index(area) + 1 if area in known.ranked else _UNRANKED
        counts = ("", "", "") if listed else (RANK(rank), FEW(known.counts[area]), MANY(len(known.ranked)))
        flags = (area in known.title, area in known.lead, is_region(area), area == known.dateline)
        bundle = known.said[area, listed] = phrases.of_area(*counts, *flags)
    return bundle


def _beside(found: Found, known: Context, candidate: Candidate) -> Bundle:
    """How the area stands to the home of the organisation, and to the other countries of its sentence."""
    area, home = candidate.area, known.home
    rest = [p for p in found.places[candidate.sentence] if p.country and p.country != area]
    free = [p for p in rest if p.role == ""]
    beside = "a free place" if free else "a bound place" if rest else "no other place"
    after_in = not _IN.isdisjoint([p.preposition for p in free])
    at_home = "home" if area == home else "abroad" if home else "home unknown"
    with_home = at_home == "abroad" and home in [p.country for p in rest]
    return phrases.beside(candidate.basis, beside, at_home, after_in, with_home, area == home and known.abroad_in_lead)


def _of_place(found: Found, index: int, place: Place) -> list[Bundle]:
    """How the place stands in its sentence."""
    sentence, folded = found.doc.sentences[index], found.doc.folded
    bundles = [
        phrases.of_place(place.form, place.role or "free", place.strength, place.preposition if place.preposition in TELLING else ""),
        phrases.of_stand(
            sentence.role if place.listed else "",
            folded.startswith("'s", place.end),
            folded.startswith(":", place.end),
            place.start - sentence.start < _OPENING,
        ),
    ]
    if found.doc.cased:
        bundles.append(_among_capitals(found.doc.release.body, place))
    trigger = nearest(found.triggers[index], place)
    if trigger is not None:
        side = "after" if place.start >= trigger.end else "before"
        clause = "in another clause" if broken(folded, trigger, place) else "in the clause"
        bundles.append(phrases.near_trigger(GAP(apart(trigger, place)), side, trigger.form, clause))
    return bundles


def _among_capitals(body: str, place: Place) -> Bundle:
    """Whether a capital follows or a name stands before: the place may be a part of a longer name."""
    after, before = body[place.end : place.end + 2], body[max(0, place.start - 2) : place.start]
    name = before[1:] == " " and before[:1].isalpha() and not place.preposition
    return phrases.among_capitals(place.form, after[:1] == " " and after[1:].isupper(), name)


def nearest(triggers: list[Trigger], place: Place) -> Trigger | None:
    """The trigger that stands next to the place, of equals the first."""
    best, least = None, 0
    for trigger in triggers:
        distance = apart(trigger, place)
        if best is None or distance < least:
            best, least = trigger, distance
    return best


def apart(trigger: Trigger, place: Place) -> int:
    """The characters between the two."""
    return max(place.start - trigger.end, trigger.start - place.end)


def broken(folded: str, trigger: Trigger, place: Place) -> bool:
    """Whether a new clause begins between the two."""
    if (trigger.start, trigger.end) <= (place.start, place.end):
        low, high = trigger.end, place.start
    else:
        low, high = place.end, trigger.start
    gap = folded[low:high]
    return _BREAK.search(gap) is not None


def kind_features(found: Found, candidate: Candidate, kind: str, told: dict[str, int], words: Chances) -> list[Bundle]:
    """What speaks for `kind` in the candidate's sentence; `told` counts the triggers of each kind in the release."""
    here = kinds_of_sentence(found, candidate.sentence, [kind], told, words)[kind]
    return [*here, kinds_at_place(found, candidate).get(kind, NOTHING)]


def kinds_of_sentence(found: Found, index: int, kinds: list[str], told: dict[str, int], words: Chances) -> dict[str, list[Bundle]]:
    """What speaks for each of `kinds` whichever area the sentence is about; `words`: how likely its words make each kind."""
    ranked = sorted(words.values(), reverse=True)
    triggers = found.triggers[index]
    here = frozenset([t.kind for t in triggers])
    categories = frozenset([t.code[:3] for t in found.terms[index] if t.weight > 1])
    sums, dates, most = bool(found.sums[index]), bool(found.dates[index]), max(told.values(), default=0)
    said: dict[str, list[Bundle]] = {}
    for kind in kinds:
        times = told.get(kind, 0)
        said[kind] = [
            _of_mine(found.doc.sentences[index].role, kind, triggers) if kind in here else phrases.from_elsewhere(kind),
            phrases.beside_kinds(kind, here - {kind}),
            phrases.of_categories(kind, categories),
            phrases.of_kind(kind, min(times, 5), sums, dates),
            phrases.MOST_TOLD if times == most else NOTHING,
            _of_hints(kind, triggers, found.acts[index]),
            _of_words(kind, words.get(kind, 0.0), ranked),
        ]
    return said


def _of_mine(role: str, kind: str, triggers: list[Trigger]) -> Bundle:
    mine = [t for t in triggers if t.kind == kind]
    best = max(mine, key=_weight)
    main = next((t.kind for t in triggers if t.form in ("finite", "passive")), "")
    return phrases.of_mine(
        kind, best.weight, best.form, best.mood, best.status or "unsaid", best.subject or "unsaid", role,
        best.weight == heaviest(triggers), mine[0] is triggers[0], len(mine) == len(triggers), main == kind,
    )  # fmt: skip


def _of_words(kind: str, chance: float, ranked: list[float]) -> Bundle:
    """What the words of the sentence make of a kind; `ranked` are the chances of all kinds, the best first."""
    return phrases.of_words(kind, CHANCE(int(chance * 100)), min(4, ranked.index(chance) + 1 if chance in ranked else 4))


def _of_hints(kind: str, triggers: list[Trigger], acts: list[Trigger]) -> Bundle:
    """What the vaguer words of the sentence say for a kind."""
    hints = acts if triggers and triggers[0].weight == 0 else acts[len(triggers) :]
    if not hints:
        return phrases.NO_HINT
    mine = [t for t in hints if t.kind == kind]
    kinds = {t.kind for t in hints}
    if not mine:
        return phrases.hinted(kind, 0, "", "", min(3, len(kinds)), False)
    best = max(mine, key=_weight)
    return phrases.hinted(kind, best.weight, best.form, best.mood, min(3, len(kinds)), best.weight == heaviest(hints))


def kinds_at_place(found: Found, candidate: Candidate) -> dict[str, Bundle]:
    """How the words for each kind stand to the place that the sentence names: none where it names none."""
    place, triggers = candidate.place, found.acts[candidate.sentence]
    if place is None or candidate.basis != "sentence" or not triggers:
        return {}
    near = nearest(triggers, place)
    beside = {t.kind for t in triggers if not broken(found.doc.folded, t, place)}
    kinds = {t.kind for t in triggers}
    return {kind: phrases.at_place(near is not None and near.kind == kind, kind not in beside) for kind in kinds}
