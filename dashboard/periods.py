"""Two periods of equal length, so that change can be told, and when the newest of them is provisional.

Belongs here: choosing the periods from the filters and the newest release, change in words.
Does not: the figures in them (queries/compared.sql, queries/changes.sql).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dashboard.words import month

_TINY, _FEW, _BASE = 2, 5, 10  # under these a percentage says more than is known


class Periods(NamedTuple):
    """The period in question and the equally long one before it; `before_to` is the day before `now_from`."""

    before_from: date
    now_from: date
    now_to: date
    whole_years: bool

    def parameters(self) -> dict[str, object]:
        """The values that queries bind."""
        return dict(self._asdict())

    @property
    def before_to(self) -> date:
        """The last day of the earlier period."""
        return self.now_from - timedelta(days=1)

    @property
    def now_words(self) -> str:
        """The period in question in words."""
        return _words(self.now_from, self.now_to, self.whole_years)

    @property
    def before_words(self) -> str:
        """The earlier period in words."""
        return _words(self.before_from, self.before_to, self.whole_years)

    @property
    def address(self) -> str:
        """The period in question as the address writes it."""
        return f"{self.now_from}..{self.now_to}"


def compared(first: date | None, last: date | None, newest: date) -> Periods:
    """The chosen years and as many before them; where none are chosen, the twelve months up to the newest release and those before."""
    if first and last:
        length = last.year - first.year + 1
        return Periods(date(first.year - length, 1, 1), first, last, whole_years=True)
    end = newest.replace(day=monthrange(newest.year, newest.month)[1])
    start = date(newest.year - (newest.month < 12), newest.month % 12 + 1, 1)  # noqa: PLR2004 - months
    return Periods(start.replace(year=start.year - 1), start, end, whole_years=newest.month == 12)  # noqa: PLR2004 - months


def change(now: int, before: int) -> str | None:
    """Change in a word: a percentage only on a base that bears it, "limited change" on a tiny one; None where nothing is in either."""
    if not now and not before:
        return None
    if now == before:
        return "no change"
    if (now + before) / 2 <= _TINY and now <= _FEW:
        return "limited change"
    return f"{now / before - 1:+.0%}" if before >= _BASE else f"{now - before:+,}"


def _words(first: date, last: date, whole_years: bool) -> str:
    if whole_years:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    return f"12 months to {month(f'{last:%Y-%m}')}"
