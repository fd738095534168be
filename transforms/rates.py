"""Sums in US dollars, at the European Central Bank's reference rates, which a package carries: no network.

Belongs here: one conversion on one day. Does not: finding sums (transforms/extract/money.py).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

_NEAREST = timedelta(days=7)  # week-ends and holidays have no rate of their own


def in_usd(amount: float | None, currency: str | None, day: date | None) -> float | None:
    """`amount` in US dollars on `day`, rounded to cents; None where the day or a rate within a week before it is not known."""
    if amount is None or currency is None:
        return None
    if currency == "USD":
        return amount
    rates = _rates()
    if day is None or currency not in rates.currencies:
        return None
    for back in range(_NEAREST.days + 1):
        try:
            return round(float(rates.convert(amount, currency, "USD", date=day - timedelta(days=back))), 2)
        except (RateNotFoundError, ValueError, OverflowError):
            continue
    return None


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter()
