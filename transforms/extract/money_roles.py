"""What a sum of money measures, where it is not plainly the money of an activity.

Belongs here: share prices, unit prices, revenues, market sizes and totals, told by the words beside the sum.
Does not: finding sums (money.py).
"""

from __future__ import annotations

import re

from transforms.extract.words import rows

_SHARE = re.compile(
    r"\b(?:per|a|each) (?:\w+ )?(?:share|adr|ads|warrant)\b|\b(?:exercise|share|stock|offer|target|strike) price|shares? (?:at|of)"
)
_UNIT = re.compile(
    r"^[),]? ?(?:per|a|an|each|every|/) ?(?:" + "|".join(row["unit"] for row in rows("price_units.csv")) + r")\b|^(?:/| each\b)"
)
_PRICE = re.compile(
    r"\b(?:pric(?:ed?|ing)|starts?|starting|sells?|retails?|fares?|tickets?|fees?) (?:\w+ )?(?:at|of|from|for|are|is|to)? ?$"
)
_INCOME = re.compile(
    r"\b(?:revenues?|turnover|sales|income|profits?|ebitda|earnings|earned|net loss|cash flow|assets under|market cap\w*|backlog)\b"
)
_MARKET = re.compile(
    r"\bmarket (?:size|was|is|will|to|worth|valued)|"
    r"\bmarket\b.{0,60}\b(?:reach|grow|size)|\bindustry (?:is|was|worth)|\bgdp\b|expected to reach"
)
_TOTAL = re.compile(
    r"\b(?:total(?:ling|ing|s|led|ed)?(?! (?:costs?|investment|price|value|budget))|altogether|"
    r"in all|combined|cumulative|aggregate|overall|"
    r"portfolio|so far|to date)\b"
)
_BEFORE, _AFTER, _NEAR = 60, 30, 16


def role_of(folded: str, start: int, end: int) -> str:
    """Name the role of the sum at [start, end): share, price, revenue, market, total, or "" for an activity's own money."""
    before, after = folded[max(0, start - _BEFORE) : start].rpartition(". ")[2], folded[end : end + _AFTER]
    near, next_words = before[-_AFTER:], after[:_NEAR]
    roles = {
        "share": _SHARE.search(after) or _SHARE.search(near),
        "price": _UNIT.match(after) or _PRICE.search(before),
        "revenue": _INCOME.search(before) or _INCOME.search(next_words),
        "market": _MARKET.search(before) or next_words.lstrip().startswith(("market", "industry")),
        "total": _TOTAL.search(near) or _TOTAL.search(next_words),
    }
    return next((role for role, said in roles.items() if said), "")
