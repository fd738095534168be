"""Which date a row takes: one near it, the news date, or none.

Belongs here: the options for a row's date and what speaks for each.
Does not: finding dates (dates.py), weighing (choice.py).
"""

from __future__ import annotations

from datetime import date

from transforms.extract import option_phrases as phrases
from transforms.extract.choice import Option, around, gap, pairing, telling_word
from transforms.extract.decide import Decision
from transforms.extract.found import Found
from transforms.extract.mentions import DateMention
from transforms.extract.model import Bundle

_YEAR_DAYS = 366
_SOON = 14
_MONTH_DAYS = 45


def date_options(found: Found, decision: Decision) -> list[Option[DateMention]]:
    """Every date near the row and in its other tellings, the day of publication, and none; each date once."""
    options: dict[str, Option[DateMention]] = {}
    telling = _telling(found, decision)
    for place, source in around(found, decision):
        for mention in found.dates[place]:
            if mention.edtf in options:
                options[mention.edtf].names.append(phrases.also_in(source))
            else:
                names = [*_names(found, decision, mention, place, source), phrases.of_telling(telling, source)]
                options[mention.edtf] = Option(mention.edtf, mention, source, names)
    news = found.news
    if news is not None and news.edtf in options:
        options[news.edtf].names.append(phrases.NEWS)
    elif news is not None:
        options[news.edtf] = Option(news.edtf, news, "lead", [phrases.NEWS_FROM_AFAR, phrases.of_telling(telling, "news")])
    published = found.doc.release.published_on
    if published is not None and published.isoformat() not in options:
        mention = DateMention(0, 0, published.isoformat(), published, published, "day", "inferred year")
        names = [phrases.PUBLICATION, phrases.of_telling(telling, "publication")]
        options[mention.edtf] = Option(mention.edtf, mention, "dateline", names)
    none = [phrases.none_of("dated sentence" if telling.dated else "undated sentence"), phrases.of_telling(telling, "nowhere")]
    return [*options.values(), Option("", None, "none", none)]


def _names(found: Found, decision: Decision, mention: DateMention, index: int, source: str) -> list[Bundle]:
    span = "interval" if "/" in mention.edtf else "point"
    here, word = found.dates[index], telling_word(found.doc.folded, mention.start)
    return [
        phrases.of_date(source, mention.precision, mention.basis, mention.role or "plain", span, _age(found, mention)),
        phrases.beside(source, gap(found.acts[index], decision.kind, mention.start, mention.end), word),
        pairing(found, decision, index, mention.start, mention.end),
        phrases.among("date", source, len(here) == 1, here[0] is mention),
    ]


def _telling(found: Found, decision: Decision) -> phrases.Telling:
    candidate = decision.telling.candidate
    index, place = candidate.sentence, candidate.place
    mine = next((t for t in found.acts[index] if t.kind == decision.kind), None)
    named = place is not None and candidate.basis == "sentence"
    return phrases.Telling(
        decision.kind,
        found.doc.sentences[index].role,
        (mine.mood, mine.form, mine.status, mine.subject) if mine else None,
        dated=bool(found.dates[index]),
        labelled=named and place is not None and found.doc.folded.startswith(":", place.end),
        listed=named and place is not None and place.listed,
    )


def _age(found: Found, mention: DateMention) -> str:
    """How old the date is at publication."""
    published: date | None = found.doc.release.published_on
    if published is None or mention.first is None:
        return "age unknown"
    days = (published - mention.first).days
    if days < -_SOON:
        return "in the future"
    return "news" if days < _MONTH_DAYS else "this year" if days < _YEAR_DAYS else "last year" if days < 2 * _YEAR_DAYS else "old"
