"""The short lists that coding works on: what the finders hand to the candidates.

Belongs here: the shapes of mentions. All `start` and `end` are character offsets into the body, end exclusive.
Does not: finding them (places.py, dates.py, sectors.py, triggers.py, money.py, parties.py), deciding about them (decide.py).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Hit(NamedTuple):
    """A term of a lexicon as it stands in the text; `value` is what the lexicon says about it."""

    start: int
    end: int
    value: object


class Place(NamedTuple):
    """A place named in the text. `country` is ISO 3166-1 alpha-2 ("XK" Kosovo), `admin1` ISO 3166-2, `region` UN M49.

    A region has no country. `form`: name, demonym, admin1, city, region. `role`: what the words around it make of it;
    "" where it may be the place of an activity, else one of ROLES. `strength`: 3 a name in place position, 2 a name,
    1 nothing but the letters speaks for it. `preposition` governs it ("in", "to", "of"); `listed`: member of "a, b and c".
    """

    start: int
    end: int
    country: str | None
    admin1: str | None
    region: str | None
    form: str
    role: str
    strength: int = 3
    preposition: str = ""
    listed: bool = False
    name: str = ""


ROLES = ("actor", "origin", "dateline", "organisation", "transit")


class DateMention(NamedTuple):
    """A date as EDTF with its bounds. `precision`: day, month, quarter, year, decade, none (an interval: the finer end).

    `basis` says where its year comes from: text, inferred year, event, none. `first`/`last` are None where the year is unknown
    or that end is open. `role`: dateline, chrome (of the page), deadline ("by"), background ("since"), nowadays ("today's"),
    announced ("announced today": dates the announcement), event (the edition of a recurring event), anaphor ("that day"), or "".
    """

    start: int
    end: int
    edtf: str
    first: date | None
    last: date | None
    precision: str
    basis: str
    role: str = ""


class SectorTerm(NamedTuple):
    """A term of the sector lexicon: DAC purpose code (5 digits) or category (3), weight 1 (weak) to 3 (settles it).

    `role`: "" the thing itself, "name" a part of an institution's name, "means" money and its givers.
    `term` is the lexicon's own form of it: two forms of one term are one piece of evidence.
    """

    start: int
    end: int
    code: str
    weight: int
    role: str = ""
    term: str = ""


class Trigger(NamedTuple):
    """Words that name an act. `kind` as in the codebook; `weight` 1 to 3.

    `form`: finite, passive, nominal, participle. `mood`: fact, planned, ongoing, negated, hypothetical, wished, reported.
    `status`: planned, ongoing, completed, cancelled or "". `subject`: own where the reporting organisation acts, other, or "" unknown.
    `object_start`/`object_end`: what the act is done to, -1 where not found.
    """

    start: int
    end: int
    kind: str
    weight: int
    form: str
    mood: str
    status: str = ""
    subject: str = ""
    object_start: int = -1
    object_end: int = -1


class Money(NamedTuple):
    """A sum of money: `amount` in units of `currency` (ISO 4217). `folded`: a bracketed conversion of the sum before it.

    `role`: what it measures where it is not plainly an activity's money: share, price, revenue, market, total; else "".
    """

    start: int
    end: int
    amount: float
    currency: str
    folded: bool
    role: str = ""


class Party(NamedTuple):
    """An organisation named in the text. `own`: the reporting organisation, its group or a subsidiary.

    `role`: what the words before it make of it: partner, recipient, lender, client, agent; "" where they do not say.
    """

    start: int
    end: int
    name: str
    own: bool
    role: str = ""
