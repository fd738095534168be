"""Which date a row takes: one near it, the news date, or none.

Belongs here: the options for a row's date and what speaks for each.
Does not: finding dates (dates.py), weighing (choice.py).
"""

from __future__ import annotations

from datetime import date

from transforms.extract.bands import TELLING
from transforms.extract.choice import Option, gap, nearby, pairing, word_before
from transforms.extract.dates import news_date
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import DateMention

_YEAR_DAYS = 366
_SOON = 14
_MONTH_DAYS = 45


def date_options(found: Found, decision: Decision) -> list[Option[DateMention]]:
    """Every date near the row and in its other tellings, the day of publication, and none; each date once."""
    index = decision.telling.candidate.sentence
    others = [(t.candidate.sentence, "other telling") for t in decision.others[:3]]
    options: dict[str, Option[DateMention]] = {}
    news = news_date(found.doc, [mention for mentions in found.dates for mention in mentions])
    for place, source in [*nearby(found, index), *others]:
        for mention in found.dates[place]:
            names = _names(found, decision, mention, place, source)
            if mention.edtf in options:
                options[mention.edtf].names.append(f"also in {source}")
            else:
                options[mention.edtf] = Option(mention.edtf, mention, source, names)
    if news is not None and news.edtf in options:
        options[news.edtf].names.append("news date")
    elif news is not None:
        options[news.edtf] = Option(news.edtf, news, "lead", ["news date", "news date from afar", *_row_names(found, decision, "news")])
    published = found.doc.release.published_on
    if published is not None and published.isoformat() not in options:
        mention = DateMention(0, 0, published.isoformat(), published, published, "day", "inferred year")
        names = ["publication", *_row_names(found, decision, "publication")]
        options[mention.edtf] = Option(mention.edtf, mention, "dateline", names)
    return [*options.values(), Option("", None, "none", _none_names(found, decision))]


def _names(found: Found, decision: Decision, mention: DateMention, index: int, source: str) -> list[str]:
    folded = found.doc.folded
    mine = [t for t in found.triggers[index] if t.kind == decision.kind]
    before = word_before(folded, mention.start)
    names = [
        f"from {source}",
        f"{mention.precision} from {source}",
        f"year by {mention.basis}",
        f"{mention.role or 'plain'} date",
        f"{mention.role or 'plain'} date from {source}",
        f"{gap(mine, mention.start, mention.end)} the trigger, {source}",
        f'"{before}" before' if before in TELLING else "no telling word before",
        f"interval from {source}" if "/" in mention.edtf else f"point from {source}",
        f"{_age(found, mention)}",
        f"{_age(found, mention)} from {source}",
    ]
    names += pairing(found, decision, index, mention.start, mention.end)
    names += [f"only date, {source}"] if len(found.dates[index]) == 1 else []
    names += [f"first date, {source}"] if found.dates[index][0] is mention else []
    return names + _row_names(found, decision, source)


def _row_names(found: Found, decision: Decision, source: str) -> list[str]:
    index = decision.telling.candidate.sentence
    role = found.doc.sentences[index].role
    mine = next((t for t in found.triggers[index] if t.kind == decision.kind), None)
    names = [f"{decision.kind} from {source}", f"{role} from {source}"]
    if mine is None:
        names.append(f"act told elsewhere, from {source}")
    else:
        names += [f"{mine.mood} from {source}", f"{mine.form} from {source}", f"{mine.status or 'no state'} from {source}"]
        names.append(f"{mine.subject or 'no'} subject from {source}")
    if not found.dates[index]:
        names.append(f"undated, from {source}")
    place = decision.telling.candidate.place
    if place is not None and decision.telling.candidate.basis == "sentence":
        names += [f"label from {source}"] if found.doc.folded[place.end : place.end + 1] == ":" else []
        names += [f"list from {source}"] if place.listed else []
    return names


def _none_names(found: Found, decision: Decision) -> list[str]:
    index = decision.telling.candidate.sentence
    state = "dated sentence" if found.dates[index] else "undated sentence"
    return ["none", f"none, {state}", *_row_names(found, decision, "nowhere")]


def _age(found: Found, mention: DateMention) -> str:
    """How old the date is at publication."""
    published: date | None = found.doc.release.published_on
    if published is None or mention.first is None:
        return "age unknown"
    days = (published - mention.first).days
    if days < -_SOON:
        return "in the future"
    return "news" if days < _MONTH_DAYS else "this year" if days < _YEAR_DAYS else "last year" if days < 2 * _YEAR_DAYS else "old"
