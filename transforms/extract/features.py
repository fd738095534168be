"""What is said about a candidate in words that a person can read: the features of the models.

Belongs here: features of (area, sentence) and of (area, sentence, kind), from the mentions around them.
Does not: features of a whole release (pool.py), weighing them (model.py).
"""

from __future__ import annotations

from transforms.extract.bands import BEHIND, FEW, GAP, MANY, RANK, TELLING
from transforms.extract.candidates import Candidate, Context, is_region
from transforms.extract.found import Found
from transforms.extract.mentions import Place, Trigger

_BREAKS = ("; ", ", while ", ", but ", ", which ", ", where ", ", who ", ", and ", " - ", ": ", " after ", " following ")
_LONG, _SHORT = 300, 60
_OPENING, _UNRANKED = 5, 9


def sentence_features(found: Found, known: Context, index: int) -> list[str]:
    """What holds for every candidate of a sentence."""
    sentence = found.doc.sentences[index]
    triggers, terms = found.triggers[index], found.terms[index]
    names = [f"role {sentence.role}", f"position {BEHIND(index - known.lead_end)}", "cased" if found.doc.cased else "lower case"]
    best = max(triggers, key=lambda t: t.weight, default=None)
    names += _of_best(best, len(triggers))
    names += [f"tells of {kind}" for kind in {t.kind for t in triggers}]
    names += [f"mood {mood}" for mood in {t.mood for t in triggers}]
    names += [f"form {form}" for form in {t.form for t in triggers}]
    names += [f"state {status or 'unsaid'}" for status in {t.status for t in triggers}]
    names += [f"subject {subject or 'unsaid'}" for subject in {t.subject for t in triggers}]
    names.append(f"object {max((t.weight for t in terms), default=0)}")
    names += ["has a date"] if found.dates[index] else []
    names += ["has a day"] if any(d.precision == "day" for d in found.dates[index]) else []
    names += ["has a sum"] if found.sums[index] else []
    names += ["names itself"] if any(p.own for p in found.parties[index]) else []
    names += ["names another party"] if any(not p.own for p in found.parties[index]) else []
    names += [f"profile cues {FEW(len(found.profiles[index]))}"]
    return names + _shape(found, index)


def _of_best(best: Trigger | None, number: int) -> list[str]:
    if best is None:
        return ["no trigger"]
    return [f"best trigger {best.weight}", f"best {best.form} {best.mood}", f"triggers {min(number, 4)}"]


def _shape(found: Found, index: int) -> list[str]:
    sentence, folded = found.doc.sentences[index], found.doc.folded
    text = folded[sentence.start : sentence.end]
    names = ["long"] if len(text) > _LONG else ["short"] if len(text) < _SHORT else []
    names += ["quote"] if text[:1] == '"' or text[-1:] == '"' or " said" in text or " says" in text else []
    names += ["question"] if text.endswith("?") else []
    names += ["speaks of we"] if " we " in text or text.startswith("we ") or " our " in text else []
    first = index == 0 or found.doc.sentences[index - 1].paragraph != sentence.paragraph
    names += ["opens its paragraph"] if first else []
    areas = len({p.country for p in found.places[index] if p.country and p.role == ""})
    return [*names, f"countries here {FEW(areas)}"]


def keep_features(found: Found, known: Context, candidate: Candidate) -> list[str]:
    """What speaks for and against this area in this sentence; to be joined with sentence_features."""
    area, basis, place = candidate.area, candidate.basis, candidate.place
    rank = known.ranked.index(area) + 1 if area in known.ranked else _UNRANKED
    names = [f"by {basis}", f"by {basis}, {'act' if found.triggers[candidate.sentence] else 'no act'}"]
    if place is None or not place.listed:
        names += [f"rank {RANK(rank)}", f"named {FEW(known.counts[area])}", f"countries of the release {MANY(len(known.ranked))}"]
    names += ["area in title"] if area in known.title else []
    names += ["area in lead"] if area in known.lead else []
    names += ["region"] if is_region(area) else []
    names += ["dateline area", f"dateline area by {basis}"] if area == known.dateline else []
    names += _beside(found, known, candidate)
    if place is not None and basis == "sentence":
        names += _of_place(found, candidate.sentence, place)
    return names


def _beside(found: Found, known: Context, candidate: Candidate) -> list[str]:
    """How the area stands to the home of the organisation, and to the other countries of its sentence."""
    area, basis = candidate.area, candidate.basis
    rest = [p for p in found.places[candidate.sentence] if p.country and p.country != area]
    free = [p for p in rest if p.role == ""]
    names = [f"{basis} beside {'a free place' if free else 'a bound place' if rest else 'no other place'}"]
    names += ["beside a place after in"] if any(p.preposition in ("in", "at") for p in free) else []
    if not known.home:
        return [*names, "home unknown"]
    if area != known.home:
        return [*names, "abroad", *(["abroad beside home"] if any(p.country == known.home for p in rest) else [])]
    names += ["home", f"home by {basis}"]
    names += ["home beside abroad", f"home beside abroad by {basis}"] if free else []
    return [*names, "home, abroad in lead"] if any(a != area and not is_region(a) for a in known.lead | known.title) else names


def _of_place(found: Found, index: int, place: Place) -> list[str]:
    """How the place stands in its sentence."""
    folded = found.doc.folded
    before = place.preposition
    names = [
        f"{place.form} named",
        f"{place.form} {place.role or 'free'}",
        f"place is {place.role or 'free'}",
        f"strength {place.strength}",
    ]
    names += [f'"{before}" before'] if before in TELLING else ["no preposition before"]
    names += ["listed", f"list in {found.doc.sentences[index].role}"] if place.listed else []
    if found.doc.cased:
        after, before = found.doc.release.body[place.end : place.end + 2], found.doc.release.body[max(0, place.start - 2) : place.start]
        names += [f"{place.form} before a capital"] if after[:1] == " " and after[1:].isupper() else []
        names += [f"{place.form} after a name"] if before[1:] == " " and before[:1].isalpha() and not place.preposition else []
    names += ["possessive"] if folded.startswith("'s", place.end) else []
    names += ["labels the sentence"] if folded[place.end : place.end + 1] == ":" else []
    names += ["opens the sentence"] if place.start - found.doc.sentences[index].start < _OPENING else []
    trigger = nearest(found.triggers[index], place)
    if trigger is not None:
        side = "after" if place.start >= trigger.end else "before"
        names += [f"{GAP(apart(trigger, place))} a trigger", f"{side} the trigger", f"{side} a {trigger.form}"]
        names += ["in another clause"] if broken(folded, trigger, place) else ["in the clause"]
    return names


def nearest(triggers: list[Trigger], place: Place) -> Trigger | None:
    """The trigger that stands next to the place."""
    return min(triggers, key=lambda t: apart(t, place), default=None)


def apart(trigger: Trigger, place: Place) -> int:
    """The characters between the two."""
    return max(place.start - trigger.end, trigger.start - place.end)


def broken(folded: str, trigger: Trigger, place: Place) -> bool:
    """Whether a new clause begins between the two."""
    first, last = sorted([(trigger.start, trigger.end), (place.start, place.end)])
    gap = folded[first[1] : last[0]]
    return any(mark in gap for mark in _BREAKS)


def kind_features(found: Found, candidate: Candidate, kind: str, told: dict[str, int]) -> list[str]:
    """What speaks for `kind` in this sentence; `told` counts the triggers of each kind in the release."""
    index = candidate.sentence
    triggers = found.triggers[index]
    mine = [t for t in triggers if t.kind == kind]
    names = [f"is {kind}"]
    if mine:
        names += _of_mine(found, candidate, mine, triggers)
    else:
        names += ["kind from elsewhere", f"{kind} from elsewhere"]
    names += [f"{kind} beside {other}" for other in {t.kind for t in triggers} - {kind}]
    categories = {t.code[:3] for t in found.terms[index] if t.weight > 1}
    names += [f"{kind} of {category}" for category in categories] or [f"{kind} of no object"]
    names += [f"{kind} with a sum"] if found.sums[index] else []
    names += [f"{kind} with a date"] if found.dates[index] else []
    names += [f"{kind} told {min(told.get(kind, 0), 5)}"]
    most = max(told.values(), default=0)
    return [*names, "kind most told"] if told.get(kind, 0) == most else names


def _of_mine(found: Found, candidate: Candidate, mine: list[Trigger], triggers: list[Trigger]) -> list[str]:
    best = max(mine, key=lambda t: t.weight)
    kind = best.kind
    role = found.doc.sentences[candidate.sentence].role
    top = max(t.weight for t in triggers)
    names = [
        f"weight {best.weight}",
        f"{kind} weight {best.weight}",
        f"{best.form} {best.mood}",
        f"{kind} {best.form}",
        f"{kind} {best.mood}",
        f"{kind} in {role}",
        f"{kind} {best.status or 'unsaid'}",
        f"subject {best.subject or 'unsaid'}",
        "heaviest" if best.weight == top else "lighter than another",
    ]
    names += ["first trigger"] if mine[0] is triggers[0] else []
    names += ["only kind"] if len(mine) == len(triggers) else []
    finite = [t for t in triggers if t.form in ("finite", "passive")]
    names += ["main verb", f"{kind} main verb"] if finite and finite[0].kind == kind else []
    if candidate.place is not None and candidate.basis == "sentence":
        near = nearest(triggers, candidate.place)
        names += ["nearest to the place"] if near is not None and near.kind == kind else []
        names += ["apart from the place"] if all(broken(found.doc.folded, t, candidate.place) for t in mine) else []
    return names
