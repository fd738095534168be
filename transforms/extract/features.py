"""What is said about a candidate in words that a person can read: the features of the models.

Belongs here: features of (area, sentence) and of (area, sentence, kind), from the mentions around them.
Does not: features of a whole release (pool.py), weighing them (model.py).
"""

from __future__ import annotations

from transforms.extract.candidates import Candidate, Context, is_region
from transforms.extract.found import Found
from transforms.extract.mentions import Place, Trigger

_WORDS_BEFORE = frozenset(
    "in at to of from for by with and the across throughout via into within between near outside inside through over on".split()
)
_BREAKS = ("; ", ", while ", ", but ", ", which ", ", where ", ", who ", ", and ", " - ", ": ", " after ", " following ")
_BOUNDS = ((20, "next to"), (60, "near"), (150, "some way from"))
_LONG, _SHORT = 300, 60


def sentence_features(found: Found, known: Context, index: int) -> list[str]:
    """What holds for every candidate of a sentence."""
    sentence = found.doc.sentences[index]
    triggers, terms = found.triggers[index], found.terms[index]
    names = [f"role {sentence.role}", f"position {_position(known, index)}", "cased" if found.doc.cased else "lower case"]
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
    return names + _shape(found, index)


def _of_best(best: Trigger | None, number: int) -> list[str]:
    if best is None:
        return ["no trigger"]
    return [f"best trigger {best.weight}", f"best {best.form} {best.mood}", f"triggers {min(number, 4)}"]


def _position(known: Context, index: int) -> str:
    behind = index - known.lead_end
    return "lead or before" if behind <= 0 else str(behind) if behind <= 2 else "3 to 6" if behind <= 6 else "7 to 15" if behind <= 15 else "late"


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
    return [*names, f"countries here {areas if areas < 3 else '3 to 5' if areas < 6 else '6 or more'}"]


def keep_features(found: Found, known: Context, candidate: Candidate) -> list[str]:
    """What speaks for and against this area in this sentence; to be joined with sentence_features."""
    area, basis, place = candidate.area, candidate.basis, candidate.place
    rank = known.ranked.index(area) + 1 if area in known.ranked else 9
    names = [
        f"by {basis}",
        f"by {basis}, {'act' if found.triggers[candidate.sentence] else 'no act'}",
        f"rank {rank if rank < 4 else '4 or lower'}",
        f"named {_often(known.counts[area])}",
        f"countries of the release {_many(len(known.ranked))}",
    ]
    names += ["area in title"] if area in known.title else []
    names += ["area in lead"] if area in known.lead else []
    names += ["region"] if is_region(area) else []
    if area == known.home:
        names += ["home", f"home by {basis}"]
    elif known.home:
        names += ["abroad"]
    if place is not None and basis == "sentence":
        names += _of_place(found, candidate.sentence, place)
    return names


def _often(count: int) -> str:
    return str(count) if count < 3 else "3 to 5" if count < 6 else "6 or more"


def _many(number: int) -> str:
    return str(number) if number < 3 else "3 to 5" if number < 6 else "6 to 9" if number < 10 else "10 or more"


def _of_place(found: Found, index: int, place: Place) -> list[str]:
    """How the place stands in its sentence."""
    folded = found.doc.folded
    before = folded[max(0, place.start - 14) : place.start].split()[-1:] or [""]
    names = [f"{place.form} named", f"{place.form} {place.role or 'free'}", f"place is {place.role or 'free'}"]
    names += [f'"{before[0]}" before'] if before[0] in _WORDS_BEFORE else ["no preposition before"]
    names += ["possessive"] if folded.startswith("'s", place.end) else []
    names += ["opens the sentence"] if place.start - found.doc.sentences[index].start < 5 else []
    trigger = nearest(found.triggers[index], place)
    if trigger is not None:
        side = "after" if place.start >= trigger.end else "before"
        names += [f"{distance(trigger, place)} a trigger", f"{side} the trigger", f"{side} a {trigger.form}"]
        names += ["in another clause"] if broken(folded, trigger, place) else ["in the clause"]
    return names


def nearest(triggers: list[Trigger], place: Place) -> Trigger | None:
    """The trigger that stands next to the place."""
    return min(triggers, key=lambda t: max(place.start - t.end, t.start - place.end), default=None)


def distance(trigger: Trigger, place: Place) -> str:
    """How far the two stand apart, in words."""
    gap = max(place.start - trigger.end, trigger.start - place.end)
    return next((name for bound, name in _BOUNDS if gap < bound), "far from")


def broken(folded: str, trigger: Trigger, place: Place) -> bool:
    """Whether a new clause begins between the two."""
    first, last = sorted([(trigger.start, trigger.end), (place.start, place.end)])
    gap = folded[first[1] : last[0]]
    return any(mark in gap for mark in _BREAKS)


def kind_features(found: Found, known: Context, candidate: Candidate, kind: str, told: dict[str, int]) -> list[str]:
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
