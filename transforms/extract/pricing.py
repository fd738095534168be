"""Which sum of money a row takes, if any.

Belongs here: the options for a row's amount and what speaks for each.
Does not: finding sums (money.py), weighing (choice.py).
"""

from __future__ import annotations

from transforms.extract import option_phrases as phrases
from transforms.extract.choice import Option, around, gap, pairing, telling_word
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import Money
from transforms.extract.model import Bundle


def money_options(found: Found, decision: Decision) -> list[Option[Money]]:
    """Every sum near the row and in its other tellings, and none; each sum once."""
    options: dict[str, Option[Money]] = {}
    for place, source in around(found, decision):
        for money in found.sums[place]:
            key = f"{money.amount:g} {money.currency}"
            if key not in options:
                options[key] = Option(key, money, source, _names(found, decision, money, place, source))
    state = "sum here" if found.sums[decision.telling.candidate.sentence] else "no sum here"
    return [*options.values(), Option("", None, "none", [phrases.none_of(state, decision.kind)])]


def _names(found: Found, decision: Decision, money: Money, index: int, source: str) -> list[Bundle]:
    kind, sums = decision.kind, found.sums[index]
    size = "small" if money.amount < 1e4 else "middling" if money.amount < 1e6 else "large"  # noqa: PLR2004
    areas = {p.country for p in found.places[index] if p.country and p.role == ""}
    whose = "other" if areas - {decision.area} else "own" if areas else "no"
    role = found.doc.sentences[index].role
    names = [
        phrases.of_sum(kind, source, size, money.role or "plain", min(3, len(sums)), whose, role),
        phrases.beside(source, gap(found.acts[index], kind, money.start, money.end), telling_word(found.doc.folded, money.start)),
        pairing(found, decision, index, money.start, money.end),
        phrases.among("sum", source, False, sums[0] is money),
    ]
    names += [phrases.FOLDED] if money.folded else []
    names += [phrases.largest(source)] if money.amount == max(s.amount for s in sums) else []
    return names
