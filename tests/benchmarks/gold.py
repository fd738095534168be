"""The gold releases as the training sees them: read, found, and laid against their labels.

Belongs here: reading gold and manifest, finding each gold row's sentences.
Does not: fitting (train_decision.py).
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from transforms.extract.candidates import Candidate, Context, candidates, context
from transforms.extract.decide import told_kinds
from transforms.extract.document import prepare
from transforms.extract.fold import fold
from transforms.extract.found import Found, find
from transforms.release import Release


@dataclass
class Item:
    """One gold release, with what the finders say about it."""

    name: str
    rows: list[dict[str, Any]]
    readings: list[list[dict[str, Any]]]
    found: Found
    known: Context
    told: dict[str, int]
    candidates: list[Candidate]
    cache: dict[str, Any] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """Press-centre style ("d") or wire ("w")."""
        return "w" if self.name.startswith("w") else "d"


def read(gold: Path, texts: Path) -> list[Item]:
    """Read the gold and prepare each release."""
    manifest = {row["file"].removesuffix(".txt"): row for row in csv.DictReader((texts / "manifest.csv").open(encoding="utf-8"))}
    items = []
    for line in gold.open(encoding="utf-8"):
        row = json.loads(line)
        name = row["release"]
        readings = row.get("readings") or [row["activities"]]
        items.append(item(name, readings, _release(name, manifest.get(name, {}), texts)))
    return items


def item(name: str, readings: list[list[dict[str, Any]]], release: Release) -> Item:
    """Prepare one release and lay its gold rows on its sentences."""
    found = find(prepare(release))
    known = context(found)
    rows = [dict(row, sentences=_sentences(found, row.get("evidence") or "")) for row in readings[0]]
    return Item(name, rows, readings, found, known, told_kinds(found), candidates(found, known))


def _release(name: str, row: dict[str, str], texts: Path) -> Release:
    published = row.get("published")
    return Release(
        name,
        1,
        "gold",
        row.get("url", ""),
        (texts / f"{name}.txt").read_text(encoding="utf-8"),
        row.get("title") or None,
        (row["organisation"],) if row.get("organisation") else (),
        row.get("home_country") or None,
        row.get("language") or None,
        date.fromisoformat(published) if published else None,
        "manifest" if published else "none",
    )


def _sentences(found: Found, evidence: str) -> set[int]:
    """The sentences that hold at least a part of `evidence`."""
    words = fold(evidence).split()
    if not words:
        return set()
    at = re.search(r"\s+".join(map(re.escape, words)), found.doc.folded)
    if at is None:
        return set()
    return {i for i, s in enumerate(found.doc.sentences) if min(s.end, at.end()) - max(s.start, at.start()) > 10}


def area_of_row(row: dict[str, Any]) -> str | None:
    """The area under which a gold row is looked for."""
    return row.get("country") or row.get("region")
