"""The gold releases as the training sees them: read, found, and laid against their labels.

Belongs here: reading gold and manifest, finding each gold row's sentences.
Does not: fitting (train_decision.py).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from transforms.extract.candidates import Candidate, Context, candidates, context
from transforms.extract.decide import told_kinds
from transforms.extract.document import prepare
from transforms.extract.fold import fold
from transforms.extract.found import Found, find
from transforms.release import Release
from warehouse.golden import labelled


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
        """Where the release is from: "w" real wires, "d" press centres, another first letter what was written for training."""
        return "d" if self.name[0].isdigit() else self.name[0]

    def fold(self, folds: int, turn: int = 0) -> int:
        """Which of `folds` parts the release belongs to: by its name, so that it never depends on what else is read."""
        return zlib.crc32(f"{turn} {self.name}".encode()) % folds


def read(labels: Path, texts: Path) -> list[Item]:
    """Read labels with their releases, as a build would read them, and prepare each release."""
    return [item(one.name, list(map(list, one.readings)), one.release) for one in labelled(labels, (texts,))]


def item(name: str, readings: list[list[dict[str, Any]]], release: Release) -> Item:
    """Prepare one release and lay its gold rows on its sentences."""
    found = find(prepare(release))
    known = context(found)
    rows = [dict(row, sentences=_sentences(found, row.get("evidence") or "")) for row in readings[0]]
    return Item(name, rows, readings, found, known, told_kinds(found), candidates(found, known))


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
