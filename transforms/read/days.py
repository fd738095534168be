"""A day as feeds, tags and addresses write it, where it cannot be misread.

Belongs here: ISO 8601, RFC 822 and written-out days. The day is the one that is written, in the zone of its writer.
Does not: dates in running text (transforms/extract), choosing among the dates of a page (publication.py).
"""

from __future__ import annotations

import re
from datetime import date

FIRST, LAST = date(1980, 1, 1), date(2100, 12, 31)  # releases on the web; 0000 and 9999 are what software writes for "unknown"
_MONTHS = {
    name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"),
    re.compile(r"(?<![\d/.-])(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?=T|\Z)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<m>{_MONTH}),?[ -](?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<![a-z])(?P<m>{_MONTH}) ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
)
_LONGEST = 400


def day_of(text: str | None) -> date | None:
    """The first full day in a short text; None where there is none, or one that no release can have."""
    plain = " ".join((text or "")[:_LONGEST].split())
    found = [match for form in _FORMS for match in form.finditer(plain)]
    days = (_day(match) for match in sorted(found, key=lambda match: match.start()))
    return next((day for day in days if day), None)


def _day(match: re.Match[str]) -> date | None:
    month = match["m"][:3].lower()
    try:
        day = date(int(match["y"]), _MONTHS.get(month) or int(month), int(match["d"]))
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
