"""The names of what speaks for a date, a sum, a place or a sector as that of a row, made from the banded values behind them.

Belongs here: functions from a few values to a Bundle; what was made once is remembered, so that each name is written once a process.
Does not: taking the values from a text (dating.py, pricing.py, placing.py, sectoring.py), phrases of candidates (phrases.py).
"""

# ruff: noqa: PLR0913, PLR0917 - the values behind a name are the arguments of its function, by position, which are remembered faster
from __future__ import annotations

from typing import NamedTuple

from transforms.extract.bands import FEW, RANK, SCORE
from transforms.extract.model import Bundle, bundled

FOLDED = Bundle(("folded",))
NEWS = Bundle(("news date",))
NEWS_FROM_AFAR = Bundle(("news date", "news date from afar"))
PUBLICATION = Bundle(("publication",))
HOME = Bundle(("home",))
ABROAD = Bundle(("abroad",))
ALONE = Bundle(("no other country to pair with",))
PAIRED = Bundle(("paired",))
PAIRED_ELSEWHERE = Bundle(("paired with another country",))


class Telling(NamedTuple):
    """What a row's own sentence says of its act. `act`: mood, form, status and subject, None where it has no words for it."""

    kind: str
    role: str
    act: tuple[str, str, str, str] | None
    dated: bool
    labelled: bool
    listed: bool


@bundled
def of_telling(row: Telling, source: str) -> tuple[str, ...]:
    """The row itself beside a date of this source."""
    names = [f"{row.kind} from {source}", f"{row.role} from {source}"]
    if row.act is None:
        names.append(f"act told elsewhere, from {source}")
    else:
        mood, form, status, subject = row.act
        names += [f"{mood} from {source}", f"{form} from {source}", f"{status or 'no state'} from {source}"]
        names.append(f"{subject or 'no'} subject from {source}")
    names += [] if row.dated else [f"undated, from {source}"]
    names += [f"label from {source}"] if row.labelled else []
    names += [f"list from {source}"] if row.listed else []
    return tuple(names)


@bundled
def of_date(source: str, precision: str, basis: str, role: str, span: str, age: str) -> tuple[str, ...]:
    """The date itself: how fine, whence its year, a point or an interval, how old."""
    return (
        f"from {source}", f"{precision} from {source}", f"year by {basis}", f"{role} date", f"{role} date from {source}",
        f"{span} from {source}", age, f"{age} from {source}",
    )  # fmt: skip


@bundled
def beside(source: str, gap: str, word: str) -> tuple[str, ...]:
    """How far an option is from the words of the act, and the telling word before it, "" for none."""
    return f"{gap} the trigger, {source}", f'"{word}" before' if word else "no telling word before"


@bundled
def also_in(source: str) -> tuple[str, ...]:
    """The option stands in a further sentence."""
    return (f"also in {source}",)


@bundled
def among(what: str, source: str, only: bool, first: bool) -> tuple[str, ...]:
    """Whether the option is the only or the first one of its sentence."""
    return *((f"only {what}, {source}",) if only else ()), *((f"first {what}, {source}",) if first else ())


@bundled
def none_of(state: str, kind: str = "") -> tuple[str, ...]:
    """No option at all."""
    return "none", f"none, {state}", *((f"{kind} without",) if kind else ())


@bundled
def of_sum(kind: str, source: str, size: str, role: str, number: int, areas: str, told_in: str) -> tuple[str, ...]:
    """The sum itself: how large, what it measures, how many stand there."""
    return (
        f"from {source}", f"{kind} from {source}", size, f"{role} sum", f"{kind} {size}", f"one of {number} from {source}",
        f"{areas} country here", f"told in {told_in}",
    )  # fmt: skip


@bundled
def largest(source: str) -> tuple[str, ...]:
    """No sum of the sentence is larger."""
    return (f"largest, {source}",)


@bundled
def of_unit(kind: str, source: str, form: str, role: str, listed: bool, strength: int) -> tuple[str, ...]:
    """The place itself."""
    list_member = ("listed", f"listed, {source}") if listed else ()
    return f"from {source}", f"{kind} from {source}", f"{form} from {source}", f"{role} from {source}", *list_member, f"strength {strength}"


@bundled
def of_units(source: str, word: str, units: int, basis: str) -> tuple[str, ...]:
    """The units of the row's country in the sentence of the place, and how the row came to its country."""
    return f'"{word}" from {source}' if word else f"bare from {source}", f"{FEW(units)} units, {source}", f"by {basis} from {source}"


@bundled
def no_unit(near: int, in_release: int, kind: str, basis: str) -> tuple[str, ...]:
    """No place below the country."""
    several = "one unit near" if near == 1 else "two units near" if near == 2 else "more units near"  # noqa: PLR2004
    return "none", f"none, {several}", f"none, {FEW(in_release)} units in the release", f"{kind} without", f"none by {basis}"


@bundled
def spoken(source: str, rank: int, weight: int, score: int, near: str, only: bool) -> tuple[str, ...]:
    """What a sentence says for a sector; `near` is "" where the distance to the act does not count."""
    return (
        f"from {source}", f"{RANK(rank)} from {source}", f"weight {weight} from {source}", f"said {SCORE(score)} in {source}",
        *((f"{near} the trigger, {source}",) if near else ()), *((f"only one, {source}",) if only else ()),
    )  # fmt: skip


@bundled
def choice(rank: int, basis: str) -> tuple[str, ...]:
    """The place of a sector among those of the act's clause and ever wider surroundings."""
    return f"{RANK(rank)} choice", f"{RANK(rank)} choice by {basis}"


@bundled
def of_release(rank: int, score: int) -> tuple[str, ...]:
    """The place of a sector among those of the release."""
    return f"{RANK(rank)} of the release", f"release says {SCORE(score)}"


@bundled
def of_sector(kind: str, category: str) -> tuple[str, ...]:
    """The sector itself."""
    return f"is {category}", f"{kind} in {category}"
