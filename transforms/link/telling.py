"""One activity as linking sees it: its words weighed, its object, its day, its stage.

Belongs here: the row that comes in, the Telling made from it. Does not: comparing two of them (compare.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from transforms.link import words
from transforms.link.objects import Objects, objects
from transforms.link.stage import stage_of

UNDERTAKINGS = frozenset(
    ("agreement", "construction", "completion", "supply", "donation", "service", "training", "investment", "finance", "research")
)
BAR = "|"
REPEATED = frozenset(("donation", "supply", "service", "training"))


class Row(NamedTuple):
    """What linking is told of an activity of the ledger; names as in its contract, `organisation` and `title` are the release's."""

    activity_id: str
    release_id: str
    kind: str
    country_code: str | None
    sector: str | None
    place_name: str | None
    date_start: date | None
    date_precision: str
    reported_on: date | None
    status: str | None
    amount: float | None
    currency: str | None
    actor: str | None
    evidence: str
    title: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A Row made ready.

    `weights` tells of its words and of its title's, `said` which of them the evidence itself has. `day` is what it is ordered by:
    its own first day, else the publication day; `own_day` only a day or a month that is told. `texts` are the words of evidence and title
    without the names of who reports and acts.
    """

    row: Row
    weights: dict[str, float]
    said: frozenset[str]
    object: Objects
    day: date | None
    own_day: date | None
    stage: str
    texts: tuple[list[str], list[str]]

    @property
    def order(self) -> tuple[date, str]:
        """By day, those without one last; then by identity, so that no order depends on how rows came."""
        return (self.day or date.max, self.row.activity_id)


def tell(row: Row) -> Telling:
    """Read one row. The title's words count where the title speaks of the same sort of object as the evidence, or of none."""
    actors = [name for name in (words.tokens(row.organisation), words.tokens(row.actor)) if not _places(name, row.country_code)]
    said, titled = (_without(words.tokens(text), actors) for text in (row.evidence, row.title))
    organisations = frozenset(word for name in actors for word in name if words.is_name(word, row.country_code))
    told, heading = objects(said, row.country_code), objects(titled, row.country_code)
    fits = not told.sorts or not heading.sorts or bool(told.sorts & heading.sorts)
    weights = words.weigh(said, row.country_code, organisations)
    for word in words.tokens(row.place_name):
        if word not in weights and not word.isdigit() and words.is_place(word, row.country_code):
            weights[word] = words.PLACE
    own_words = frozenset(weights)
    if fits:
        told = Objects(
            told.sorts or heading.sorts, told.heads or heading.heads, told.parts or heading.parts, told.measures or heading.measures
        )
        weights = {**words.weigh(titled, row.country_code, organisations), **weights}
    own = row.date_start if row.date_precision in ("day", "month") else None
    stage = stage_of(row.kind, row.status, said)
    return Telling(row, weights, own_words, told, row.date_start or row.reported_on, own, stage, (said, titled))


def _places(name: Sequence[str], country: str | None) -> bool:
    """Whether a name is made of places: what acts under it, a town or a school, may be what is spoken of."""
    return any(words.is_place(word, country) for word in name)


def _without(text: list[str], names: Iterable[list[str]]) -> list[str]:
    """The text with a bar in place of each of the names: "Harbour Works" builds much that is no harbour."""
    for name in names:
        at = 0
        while name and at <= len(text) - len(name):
            if text[at : at + len(name)] == name:
                text = [*text[:at], BAR, *text[at + len(name) :]]
            at += 1
    return text
