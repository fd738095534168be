"""Documents made of a few words, as the tests of triggers, money and parties need them."""

from functools import cache

from transforms.extract import layout, money, parties, triggers
from transforms.extract.document import Document, is_cased
from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton
from transforms.extract.sentences import cut
from transforms.release import Release


@cache
def _automaton() -> Automaton:
    return Automaton([*layout.lexicons(), *triggers.lexicons(), *money.lexicons(), *parties.lexicons()])


def document(body: str, organisations: tuple[str, ...] = (), home: str | None = None) -> Document:
    release = Release("r", 1, "source", "uri", body, organisations=organisations, home_country=home)
    folded = fold(body)
    hits = _automaton().scan(folded)
    paragraphs = layout.paragraphs(body, folded, hits[layout.LEXICON], cased=is_cased(body))
    return Document(release, folded, hits, cut(body, paragraphs), is_cased(body), paragraphs)
