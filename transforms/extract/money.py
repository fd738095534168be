"""Sums of money, with their currency and what they measure.

Belongs here: binding a number to a currency sign, code or word; bracketed conversions; prices, revenues and market sizes told apart.
Does not: reading numbers (numbers.py), conversion into dollars (a table's business), which activity a sum belongs to (candidates.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.fold import CURRENCY_SIGNS
from transforms.extract.lexicon import Lexicon
from transforms.extract.mentions import Hit, Money
from transforms.extract.money_roles import role_of
from transforms.extract.nesting import outermost
from transforms.extract.numbers import Number, number_at, number_before
from transforms.extract.words import rows

_SIGNS = ("$", *CURRENCY_SIGNS)
# Only "us" may stand apart from its sign: "a $5 million deal" is no Australian one.
_PREFIX = re.compile(r"(?<![a-z0-9])(?:(?:usd?|u\.s\.) ?|[a-z]{1,3})$")
_PREFIX_REACH = 6
_RANGE = re.compile(
    r"\s?(?:-|to|and|or)\s?(?:[a-z]{0,3}[$€£¥])?(\d[\d.,]*)\s?-?(thousand|million|billion|trillion|mn|bn|m|k|b)(?![a-z0-9])"
)
_OPENED = re.compile(r"^[^()\[\]]{0,30}[(\[][^()\[\]]{0,40}$")
_OR_SOME = re.compile(r"^,? or (?:about|some|around|roughly|approximately|nearly|almost|circa)? ?$")
_RAND = re.compile(r"(?<![a-z0-9])r(\d[\d.,]* ?)$")
_RAND_REACH = 12
_GLUED = {"usd": "USD", "eur": "EUR", "rmb": "CNY", "gbp": "GBP"}
_SAME = "same"
_SENTENCE = 150
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_GOES_ON = re.compile(r" (?:was|were|is|are|came|comes|went|of (?:which|it|that|this|the (?:sum|total|cost))|from|will|has|by)\b")
_FAMILIES = ("$", "kr", "rupee", "shilling", "dirham", "riyal", "dinar", "pound", "peso", "¥")
_DEFAULTS = {"$": "USD", "rupee": "INR", "pound": "GBP", "¥": "CNY", "dirham": "AED"}
_BESIDE = 3
_BESIDE_BRACKET = 80


class Unit(NamedTuple):
    """A currency word or code; `risky` ones are also English words and count only in capitals."""

    currency: str
    form: str
    risky: bool


@cache
def lexicons() -> list[Lexicon]:
    """Currency words and codes, with plurals."""
    values: dict[str, object] = {}
    for row in rows("currency_terms.csv"):
        unit = Unit(row["currency"], row["form"], bool(row["risk"]))
        values[row["term"]] = unit
        if unit.form == "word" and not row["term"].endswith("s"):
            values[row["term"] + "s"] = unit
    return [Lexicon("money", values)]


def find_money(doc: Document) -> list[Money]:
    """Every sum of money in the text, in the order of the text; of a range the lower end."""
    spans = _signed(doc) + _worded(doc) + _glued(doc)
    if not spans:
        return []
    found: list[Money] = []
    resolve = _Homes(doc)
    for start, end, number, unit in sorted(spans, key=lambda span: (span[0], -span[1])):
        currency = _same(doc.folded, found, start) if unit == _SAME else resolve(unit)
        if currency is None or number.value <= 0 or (found and start < found[-1].end):
            continue
        value, last = _through_range(doc.folded, number, end)
        folds = bool(found) and _is_conversion(doc.folded[found[-1].end : start])
        found.append(Money(start, last, value, currency, folds, role_of(doc.folded, start, last)))
    return found


def _same(folded: str, found: list[Money], start: int) -> str | None:
    """The currency of the last sum, if it stands in this sentence."""
    if not found or start - found[-1].end > _SENTENCE or _SENTENCE_END.search(folded, found[-1].end, start):
        return None
    return found[-1].currency


_Span = tuple[int, int, Number, str]


def _signed(doc: Document) -> list[_Span]:
    """Numbers after (or, in continental style, before) a currency sign."""
    folded, signs = doc.folded, _signs()
    spans: list[_Span] = []
    for start in _places(folded, _SIGNS[:1] if folded.isascii() else _SIGNS):
        end, sign = start + 1, folded[start]
        unit = signs[sign]
        prefix = _PREFIX.search(folded[max(0, start - _PREFIX_REACH) : start])
        if prefix and (unit_with_prefix := signs.get(prefix[0].replace(" ", "") + sign)):
            low, unit = start - len(prefix[0]), unit_with_prefix
        else:
            low = start
        if number := number_at(folded, end + (folded[end : end + 1] == " ")):
            spans.append((low, number.end, number, unit))
        elif number := number_before(folded, low):
            spans.append((number.start, end, number, unit))
    return spans


def _places(folded: str, needles: Iterable[str]) -> list[int]:
    """Where any of `needles` stands; one fast search each costs less than one pattern for all."""
    places: list[int] = []
    for needle in needles:
        start = folded.find(needle)
        while start >= 0:
            places.append(start)
            start = folded.find(needle, start + 1)
    return places


def _worded(doc: Document) -> list[_Span]:
    """Numbers beside a currency word or code."""
    folded, body = doc.folded, doc.release.body
    spans: list[_Span] = []
    for hit in outermost(doc.hits.get("money", [])):
        unit = hit.value
        if not isinstance(unit, Unit) or (unit.risky and not _shouted(doc.cased, body, hit)):
            continue
        if unit.form == "scale":
            spans += _rand(folded, hit) or _elliptic(folded, hit)
            continue
        number = number_before(folded, hit.start)
        if number and (number.scaled or unit.currency != "pound"):
            # "$8,000,000 USD": the code says which dollar the sign means.
            start = _back_over_sign(folded, number.start)
            spans.append((start, hit.end, number, unit.currency))
        elif unit.form == "code" and (after := _number_after(folded, hit.end)):
            spans.append((hit.start, after.end, after, unit.currency))
    return spans


def _glued(doc: Document) -> list[_Span]:
    """Numbers that a code stands against: "EUR60m"."""
    spans: list[_Span] = []
    for code, currency in _GLUED.items():
        for start in _places(doc.folded, (code,)):
            end = start + len(code)
            if not doc.folded[start - 1 : start].isalnum() and (number := number_at(doc.folded, end)):
                spans.append((start, number.end, number, currency))
    return spans


def _rand(folded: str, scale: Hit) -> list[_Span]:
    """Read "R2.7 billion": the sign of the rand is a letter, so only a word of size shows it."""
    match = _RAND.search(folded[max(0, scale.start - _RAND_REACH) : scale.start])
    number = number_at(folded, scale.start - len(match[1])) if match else None
    return [(number.start - 1, number.end, number, "ZAR")] if number else []


def _elliptic(folded: str, scale: Hit) -> list[_Span]:
    """Read "(it cost 600 million dollars:) 500 million was lent": a sum that leaves its currency to the one before."""
    number = number_before(folded, scale.end) if _GOES_ON.match(folded, scale.end) else None
    return [(number.start, scale.end, number, _SAME)] if number else []


def _number_after(folded: str, end: int) -> Number | None:
    """The number that follows a code, at most a point, a sign and a space away."""
    for offset in range(end, min(end + _BESIDE, len(folded))):
        if folded[offset].isdigit():
            return number_at(folded, offset)
        if folded[offset] not in " .$":
            return None
    return None


def _back_over_sign(folded: str, start: int) -> int:
    return start - 1 if start and folded[start - 1] in "$€£¥" else start


def _shouted(cased: bool, body: str, hit: Hit) -> bool:
    """Whether a risky code stands in capitals: in a text without capitals nobody can tell."""
    return cased and body[hit.start : hit.end].isupper()


def _through_range(folded: str, number: Number, end: int) -> tuple[float, int]:
    """Give "$3 to $5 million" its millions; the mention spans the whole range, its value is the lower end."""
    match = _RANGE.match(folded, end)
    if match is None or (upper := number_at(folded, match.start(1))) is None:
        return number.value, end
    if number.scaled:
        return number.value, match.end()
    factor = upper.value / float(match[1].replace(",", "").rstrip(".") or 1)
    return number.value * factor, match.end()


def _is_conversion(between: str) -> bool:
    """Whether a sum told after `between` only converts the sum before it: "880,000 yuan ($123,380)", "EUR 5m, or some USD 6m"."""
    return len(between) < _BESIDE_BRACKET and (_OPENED.match(between) is not None or _OR_SOME.match(between) is not None)


class _Homes:
    """Which currency a bare unit means in this release: "$" in a Canadian one, "shillings" in a Kenyan one."""

    def __init__(self, doc: Document) -> None:
        self._home = doc.release.home_country or ""
        self._folded = doc.folded

    def __call__(self, unit: str) -> str | None:
        if unit not in _FAMILIES:
            return unit
        currency = _homes().get((unit, self._home))
        if unit == "$" and currency and f"{currency[0].lower()}$" in self._folded:
            return "USD"  # who writes "C$" for the own dollar means the other one by "$"
        return currency or _DEFAULTS.get(unit)


@cache
def _signs() -> dict[str, str]:
    return {row["sign"].replace(" ", ""): row["currency"] for row in rows("currency_signs.csv")}


@cache
def _homes() -> dict[tuple[str, str], str]:
    return {(row["unit"], row["country"]): row["currency"] for row in rows("currency_homes.csv")}
