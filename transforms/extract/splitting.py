"""Several activities of one kind in one country: which further tellings are rows of their own, and which tell the same again.

Belongs here: the features of a further telling beside the rows that stand, and the choice.
Does not: the first row of a kind in an area (decide.py).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.choice import Option
from transforms.extract.decide import Decision
from transforms.extract.details import Details, detail, with_purposes
from transforms.extract.found import Found
from transforms.extract.mentions import Money, Place
from transforms.extract.model import names, probability
from transforms.extract.models import Models
from transforms.extract.sectoring import ReleaseSectors

_LEAST_JOINT = 0.07
_MOST_FURTHER = 8
_MONTH = 7
_FARTHEST = 6.0
NO_SUM: Option[Money] = Option("", None, "none", [])


class Row(NamedTuple):
    """A decision with what stands around it."""

    decision: Decision
    details: Details


def rows_of(found: Found, decision: Decision, weights: Models, sectors: ReleaseSectors) -> list[Row]:
    """The row of a decision, and a row for each further telling that speaks of something else."""
    rows = [Row(decision, detail(found, decision, weights, sectors))]
    least = weights.thresholds.coefficients.get("split", 1.0)
    for further in further_decisions(decision):
        row = Row(further, detail(found, further, weights, sectors))
        chance = probability(weights.split.logit_of(split_features(found, row, rows)))
        if chance >= least and _is_news(row, rows):
            rows.append(Row(further._replace(probability=decision.probability), row.details))
    rows = [one for row in rows for one in (row, *_further_objects(row, weights), *_further_places(found, row))]
    return [Row(row.decision, with_purposes(found, row.decision, row.details, sectors)) for row in rows]


def _further_places(found: Found, row: Row) -> list[Row]:
    """A row for each further unit of a list of places: "in Changzhi, Dingxi and Yingcheng"."""
    chosen = row.details.place
    if chosen.value is None or chosen.source != "sentence" or not chosen.value.listed:
        return []
    units: dict[str, Place] = {}
    for place in found.places[row.decision.telling.candidate.sentence]:
        if place.listed and place.role == "" and place.country == row.decision.area and place.admin1 not in (None, chosen.key):
            units.setdefault(str(place.admin1), place)
    options = [chosen._replace(key=unit, value=place) for unit, place in units.items()]
    return [row._replace(details=row.details._replace(place=option, money=NO_SUM)) for option in options]


def _is_news(row: Row, rows: list[Row]) -> bool:
    """Whether a telling says anything that no row of its kind and country says yet: else it tells the same again."""
    said = [_saying(one) for one in rows]
    return any(value and value not in {one[i] for one in said} for i, value in enumerate(_saying(row)))


def _saying(row: Row) -> tuple[str, str, str, str]:
    details = row.details
    return (details.sector.key, details.date.key[:_MONTH], details.place.key, details.money.key)


def _further_objects(row: Row, weights: Models) -> list[Row]:
    """A row for each further object of the same act: "roads and a hospital"; its country and kind are as sure as those of the first."""
    least = weights.thresholds.coefficients.get("object", 1.0)
    rows = []
    for behind, option in row.details.further:
        chance = probability(weights.object.logit_of(object_features(row, behind, option)))
        if chance >= least:
            details = row.details._replace(sector=option, second=row.details.sector, money=NO_SUM)
            rows.append(Row(row.decision, details))
    return rows


def object_features(row: Row, behind: float, option: Option[str]) -> dict[str, float]:
    """What speaks for a further sector of the sentence being an object of its own; `behind`: how far it is behind the best."""
    spoken = [name for name in names(option.names) if name.endswith(("sentence", "choice")) or name.startswith("paired")]
    spoken += [f"is {row.decision.kind}", f"beside {row.details.sector.source}"]
    return dict.fromkeys(spoken, 1.0) | {"behind": min(_FARTHEST, behind)}


def further_decisions(decision: Decision) -> Iterator[Decision]:
    """Each other telling of a decision as a decision of its own, the likeliest first; its probability is the joint one."""
    for telling in decision.others[:_MOST_FURTHER]:
        joint = probability(telling.keep) * telling.kinds[decision.kind]
        if joint >= _LEAST_JOINT:
            yield Decision(decision.area, decision.kind, joint, telling, ())


def split_features(found: Found, row: Row, rows: list[Row]) -> dict[str, float]:
    """What speaks for `row` being another activity than each of `rows`."""
    decision, details = row
    index = decision.telling.candidate.sentence
    sentences = found.doc.sentences
    names = [
        f"is {decision.kind}",
        f"told in {sentences[index].role}",
        f"by {decision.telling.candidate.basis}",
        f"row {min(4, len(rows) + 1)}",
        "cased" if found.doc.cased else "lower case",
        f"sector {_other(details.sector.key, [r.details.sector.key for r in rows])}",
        f"sector from {details.sector.source}",
        f"month {_other(details.date.key[:_MONTH], [r.details.date.key[:_MONTH] for r in rows])}",
        f"date from {details.date.source}",
        f"unit {_other(details.place.key, [r.details.place.key for r in rows])}",
        f"sum {_other(details.money.key, [r.details.money.key for r in rows])}",
        f"object {max((t.weight for t in found.terms[index]), default=0)}",
    ]
    places = {r.decision.telling.candidate.sentence for r in rows}
    names += ["in the paragraph of a row"] if sentences[index].paragraph in {sentences[i].paragraph for i in places} else []
    names += ["next to a row"] if places & {index - 1, index + 1} else []
    names += ["before the rows"] if index < min(places) else []
    own = any(t.kind == decision.kind and t.form in ("finite", "passive") for t in found.triggers[index])
    names += ["own verb"] if own else ["no verb of its own"]
    joint = min(0.99, max(0.01, decision.probability))
    first = min(0.99, max(0.01, rows[0].decision.probability))
    return dict.fromkeys(names, 1.0) | {"joint": math.log(joint / (1 - joint)), "first": math.log(first / (1 - first))}


def _other(key: str, keys: list[str]) -> str:
    """Whether a value is new among those of the rows."""
    if not key:
        return "unsaid"
    return "the same" if key in keys else "another" if any(keys) else "new"
