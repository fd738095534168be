"""What the tests of dates share: a document without sentences, and the automaton of their lexicons."""

from dataclasses import dataclass
from datetime import date

from transforms.extract import dates
from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton
from transforms.extract.mentions import Hit
from transforms.release import Release

AUTOMATON = Automaton(dates.lexicons())
PUBLISHED = date(2021, 10, 20)  # a Wednesday


@dataclass
class Page:
    release: Release
    folded: str
    hits: dict[str, list[Hit]]
    cased: bool


def page(body: str, published: date | None = None, *, cased: bool = False) -> Page:
    folded = fold(body)
    return Page(Release("r", 1, "s", "", body, published_on=published), folded, AUTOMATON.scan(folded), cased)


def found(body: str, published: date | None = None, *, cased: bool = False) -> list[str]:
    return [mention.edtf for mention in dates.find_dates(page(body, published, cased=cased))]
