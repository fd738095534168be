"""Which sum of money a row takes, if any.

Belongs here: the options for a row's amount and what speaks for each.
Does not: finding sums (money.py), weighing (choice.py).
"""

from __future__ import annotations

from transforms.extract.bands import TELLING
from transforms.extract.choice import Option, gap, nearby, pairing, word_before
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import Money


def money_options(found: Found, decision: Decision) -> list[Option[Money]]:
    """Every sum near the row and in its other tellings, and none; each sum once."""
    index = decision.telling.candidate.sentence
    others = [(t.candidate.sentence, "other telling") for t in decision.others[:3]]
    options: dict[str, Option[Money]] = {}
    for place, source in [*nearby(found, index), *others]:
        for money in found.sums[place]:
            key = f"{money.amount:g} {money.currency}"
            if key not in options:
                options[key] = Option(key, money, source, _names(found, decision, money, place, source))
    state = f"none, {(len(found.sums[index]) and 'sum here') or 'no sum here'}"
    return [*options.values(), Option("", None, "none", ["none", state, f"{decision.kind} without"])]


def _names(found: Found, decision: Decision, money: Money, index: int, source: str) -> list[str]:
    mine = [t for t in found.triggers[index] if t.kind == decision.kind]
    before = word_before(found.doc.folded, money.start)
    sums = found.sums[index]
    size = "small" if money.amount < 1e4 else "middling" if money.amount < 1e6 else "large"  # noqa: PLR2004
    areas = {p.country for p in found.places[index] if p.country and p.role == ""}
    names = [
        f"from {source}",
        f"{decision.kind} from {source}",
        f"{gap(mine, money.start, money.end)} the trigger, {source}",
        f'"{before}" before' if before in TELLING else "no telling word before",
        size,
        f"{money.role or 'plain'} sum",
        f"{decision.kind} {size}",
        f"one of {min(3, len(sums))} from {source}",
        "other country here" if areas - {decision.area} else "own country here" if areas else "no country here",
        f"told in {found.doc.sentences[index].role}",
    ]
    names += pairing(found, decision, index, money.start, money.end)
    names += ["folded"] if money.folded else []
    names += [f"first sum, {source}"] if sums[0] is money else []
    names += [f"largest, {source}"] if money.amount == max(s.amount for s in sums) else []
    return names
