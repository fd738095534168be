"""Numbers, names and dates as people read them.

Belongs here: turning values into words for the screen, and making a name harmless where Streamlit would read it as markdown.
Does not: what is shown where (sections).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

UNSURE_BELOW = 0.5
_MARKDOWN = re.compile(r"([!-+\--/:-@\[-`{-~])")  # all ASCII punctuation but the comma
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 release, 2,310 releases."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """A share in per cent that never rounds to none or all unless it is."""
    if not whole:
        return "–"
    percent = round(100 * part / whole)
    if part and not percent:
        return "under 1%"
    if part < whole and percent == 100:  # noqa: PLR2004 - per cent
        return "over 99%"
    return f"{percent}%"


def day(value: date | datetime | None) -> str:
    """A day as 22 Nov 2026; a dash where there is none."""
    return "–" if value is None else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(period: str | None) -> tuple[date | None, date | None]:
    """The first and last day of a period as the address writes it, 2025-01-01..2025-12-31; two Nones where it is no such thing."""
    first, _, last = (period or "").partition("..")
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None, None


def month(code: str) -> str:
    """The ledger's month codes as words: 2021-09, 2021-XX, 198X-XX, undated."""
    year, _, number = code.partition("-")
    if number.isdigit():
        return f"{_MONTHS[int(number) - 1]} {year}"
    if year.isdigit():
        return f"{year}, month not said"
    return f"{year[:-1]}0s" if year.endswith("X") else "Date not said"


def place(country: str | None, region: str | None, country_code: str | None) -> str:
    """Where an activity takes place, the region where only that is said."""
    if not is_null(country_code) and country_code != "ZZ":
        return str(country)
    return "Country not said" if is_null(region) else f"{region} (region only)"


def when(edtf: str | None, reported_on: date | None) -> str:
    """The date as the text gives it, else the day on which the release reported it, marked as such."""
    if not is_null(edtf):
        return str(edtf)
    return "date not said" if reported_on is None or is_null(reported_on) else f"reported {reported_on:%Y-%m-%d}"


def is_null(value: object) -> bool:
    """Whether a cell of a frame holds nothing, whatever its column's type calls it."""
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN


def as_label(name: str) -> str:
    """A name, harmless where Streamlit reads markdown: each sign that could mean something is escaped.

    For names from the vocabularies only. What a release says goes through st.text, which reads nothing into it.
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(name.split()))


def web_address(uri: str | None) -> str | None:
    """`uri` if it is an address on the web; anything else (javascript:, file:, data:) is no link."""
    try:
        parts = urlsplit(uri or "")
    except ValueError:
        return None
    return uri if parts.scheme in {"http", "https"} and parts.netloc else None


def money(amount: float | None, currency: str | None) -> str | None:
    """An amount with its currency, without decimals that nobody said."""
    if amount is None or currency is None:
        return None
    return f"{currency} {amount:,.0f}" if float(amount).is_integer() else f"{currency} {amount:,.2f}"


def listed(values: Any) -> str | None:
    """The entries of a list column in one line."""
    entries = [] if values is None else [str(value) for value in values]
    return "; ".join(entries) or None
