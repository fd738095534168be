"""What the gold says about each candidate: the labels of the training, and the rows a model is fitted on.

Belongs here: (features, label, weight) for each model of the coder.
Does not: fitting (fitting.py), the order of the models (train_decision.py).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.benchmarks.gold import Item, area_of_row
from transforms.extract.candidates import Candidate
from transforms.extract.choice import Option
from transforms.extract.dating import date_options
from transforms.extract.decide import Decision, kinds_of
from transforms.extract.details import detail
from transforms.extract.features import keep_features, kind_features, sentence_features
from transforms.extract.model import names
from transforms.extract.models import Models
from transforms.extract.placing import place_options
from transforms.extract.pool import Telling
from transforms.extract.pricing import money_options
from transforms.extract.sectoring import ReleaseSectors, release_sectors, sector_options
from transforms.extract.splitting import Row, further_decisions, object_features, split_features
from transforms.score import month

Example = tuple[dict[str, float], int, float]
Group = tuple[list[list[str]], list[bool], float]
OPTIONAL = 0.3
LIKELY = 0.3


def keep_examples(item: Item) -> list[Example]:
    """One for each candidate: told by gold here (1; optional ones weigh less) or by none (0)."""
    examples = []
    for candidate in item.candidates:
        bundles = sentence_features(item.found, item.known, candidate.sentence) + keep_features(item.found, item.known, candidate)
        here = {row["certain"] for row in rows_here(item, candidate)}
        weight = OPTIONAL if here == {False} else 1.0
        examples.append((dict(Counter(names(bundles))), int(bool(here)), weight))
    return examples


def rows_here(item: Item, candidate: Candidate) -> list[dict[str, Any]]:
    """The gold rows of the candidate's area whose evidence lies in its sentence."""
    return [row for row in item.rows if area_of_row(row) == candidate.area and candidate.sentence in row["sentences"]]


def kind_examples(item: Item) -> list[Example]:
    """One for each kind of each candidate that tells of an activity, optional ones with less weight.

    `item.cache["chances"]` holds what the words of each sentence say, by weights that were fitted without the release.
    """
    examples = []
    for candidate in item.candidates:
        rows = rows_here(item, candidate)
        if not rows:
            continue
        told = {row["kind"]: row["certain"] for row in sorted(rows, key=lambda row: row["certain"])}
        sure = any(told.values())
        words = item.cache["chances"][candidate.sentence]
        for kind in kinds_of(item.found, candidate.sentence, item.told, words):
            bundles = kind_features(item.found, candidate, kind, item.told, words)
            weight = 1.0 if told.get(kind, sure) else OPTIONAL
            examples.append((dict(Counter(names(bundles))), int(kind in told), weight))
    return examples


def verdict(item: Item, area: str, kind: str | None = None) -> tuple[int, float]:
    """Label and weight of an area, or of a kind in it, for the release as a whole."""
    rows = [row for reading in item.readings for row in reading if area_of_row(row) == area and kind in (None, row["kind"])]
    if any(row["certain"] for row in rows):
        return 1, 1.0
    return 0, 0.0 if rows else 1.0


def gold_decisions(item: Item, tellings: list[Telling]) -> list[tuple[Decision, dict[str, Any]]]:
    """A decision for each gold row in each sentence that tells of it, as if the models had found it."""
    pairs = []
    for row in item.rows:
        area = area_of_row(row)
        mine = [t for t in tellings if t.candidate.area == area and t.candidate.sentence in row["sentences"]]
        rest = sorted((t for t in tellings if t.candidate.area == area and row["kind"] in t.kinds), key=lambda t: -t.keep)
        for telling in mine[:2]:
            others = tuple(t for t in rest if t is not telling)[:3]
            pairs.append((Decision(area or "", row["kind"], 0.5, telling, others), row))
    return pairs


def choice_groups(item: Item, pairs: list[tuple[Decision, dict[str, Any]]], what: str) -> list[Group]:
    """The options of each decision, those right that say what its gold row says; hopeless groups are left out."""
    groups: list[Group] = []
    sectors = release_sectors(item.found)
    for decision, row in pairs:
        if what == "sector":
            options: list[Option[Any]] = list(sector_options(item.found, decision, sectors))
            right = [option.key == str(row.get("sector") or "")[:3] for option in options]
        elif what == "date":
            options = list(date_options(item.found, decision))
            right = [month(option.key) == month(row.get("date")) for option in options]
        elif what == "place":
            options = list(place_options(item.found, decision))
            right = [option.key == (row.get("admin1") or "") for option in options]
        else:
            options = list(money_options(item.found, decision))
            wanted = "" if row.get("amount") is None else f"{float(row['amount']):g} {row['currency']}"
            right = [option.key == wanted for option in options]
        if any(right) and len(options) > 1:
            groups.append(([names(option.names) for option in options], right, 1.0 if row["certain"] else OPTIONAL))
    return groups


def split_examples(item: Item, areas: list[tuple[str, float, list[Decision]]], models: Models) -> list[Example]:
    """One for each further telling of the likely decisions: a gold row of its own (1) or the same again (0)."""
    sectors = release_sectors(item.found)
    examples: list[Example] = []
    for area, chance, decisions in areas:
        for decision in decisions if chance > LIKELY else ():
            if decision.probability > LIKELY:
                examples += _further_examples(item, area, decision, models, sectors)
    return examples


def _further_examples(item: Item, area: str, decision: Decision, models: Models, sectors: ReleaseSectors) -> list[Example]:
    gold = [row for row in item.rows if area_of_row(row) == area and row["kind"] == decision.kind]
    rows = [Row(decision, detail(item.found, decision, models, sectors))]
    examples: list[Example] = []
    for further in further_decisions(decision):
        row = Row(further, detail(item.found, further, models, sectors))
        told = {r.decision.telling.candidate.sentence for r in rows}
        here = [g for g in gold if further.telling.candidate.sentence in g["sentences"] and not g["sentences"] & told]
        label = int(any(g["certain"] for g in here))
        weight = 1.0 if label else 0.0 if here else 1.0
        examples.append((split_features(item.found, row, rows), label, weight))
        rows += [row] if label else []
    return examples


def object_examples(item: Item, pairs: list[tuple[Decision, dict[str, Any]]], models: Models) -> list[Example]:
    """One for each further sector in the sentence of a gold row: the sector of another gold row there (1) or none."""
    sectors = release_sectors(item.found)
    examples: list[Example] = []
    seen: set[tuple[str, str, int]] = set()
    for decision, _ in pairs:
        index = decision.telling.candidate.sentence
        if (decision.area, decision.kind, index) in seen:
            continue
        seen.add((decision.area, decision.kind, index))
        row = Row(decision, detail(item.found, decision, models, sectors))
        here = [g for g in item.rows if area_of_row(g) == decision.area and g["kind"] == decision.kind and index in g["sentences"]]
        for behind, option in row.details.further:
            told = [g["certain"] for g in here if str(g["sector"] or "")[:3] == option.key]
            examples.append((object_features(row, behind, option), int(any(told)), 1.0 if any(told) or not told else 0.0))
    return examples
