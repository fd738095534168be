"""Which of its meanings a name of a place has in this release, if any.

Belongs here: the evidence of the release, the guards (persons, small towns, states and countries of one name), the choice.
Does not: what the words around make of the place (place_roles.py), the lists of words (gazetteer.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.gazetteer import Sense, cues, guards, person_names, state_codes, wordlike_codes
from transforms.extract.lexicon import longest
from transforms.extract.mentions import Hit

_COMPOUND_GAPS = frozenset((", ", ",", " (", " in ", ", in "))
_TOWN = 100


class Named(NamedTuple):
    """A term of the text with the meaning chosen for it. `sure` is False where nothing but the name itself speaks for it."""

    start: int
    end: int
    sense: Sense
    before: tuple[str, ...]
    sure: bool


class Evidence(NamedTuple):
    """How often each country is named beyond doubt, and in how many units below it."""

    countries: dict[str, int]
    units: dict[str, int]


def named(doc: Document) -> Iterator[Named]:
    """Every place of the text, each with one meaning, in order."""
    hits = [hit for hit in longest(doc.hits["places"]) if _stands(doc, hit)]
    evidence = _evidence(doc, hits)
    for index, hit in enumerate(hits):
        following = hits[index + 1] if index + 1 < len(hits) else None
        found = _choose(doc, hit, following, evidence)
        if found:
            yield found


def _stands(doc: Document, hit: Hit) -> bool:
    """Tell a name in running text from one inside an address, and in cased text a name from a word."""
    folded, start, end = doc.folded, hit.start, hit.end
    if start and folded[start - 1] in "./@#_=" and (start < 2 or folded[start - 2] > " "):  # noqa: PLR2004 - two characters back
        return False
    if end + 1 < len(folded) and (folded[end] in "@_" or (folded[end] == "." and folded[end + 1].isalpha())):
        return False
    return not doc.cased or not doc.release.body[start:end].islower()


def _evidence(doc: Document, hits: list[Hit]) -> Evidence:
    countries: dict[str, int] = {}
    units: dict[str, int] = {}
    guarded = guards()
    home = doc.release.home_country
    if home:
        countries[home] = 1
    for hit in hits:
        senses: tuple[Sense, ...] = hit.value  # type: ignore[assignment]
        first = senses[0]
        if first.use or not first.country or first.name in guarded:
            continue
        if len(senses) > 1 and any(s.country != first.country and not s.use for s in senses):
            continue
        countries[first.country] = countries.get(first.country, 0) + 1
        if first.form in ("admin1", "city"):
            units[first.country] = units.get(first.country, 0) + 1
    return Evidence(countries, units)


def _choose(doc: Document, hit: Hit, following: Hit | None, evidence: Evidence) -> Named | None:
    senses: tuple[Sense, ...] = hit.value  # type: ignore[assignment]
    first = senses[0]
    if first.form == "block":
        return None
    before = tuple(doc.folded[max(0, hit.start - 32) : hit.start].split()[-3:])
    if first.form == "code":
        return _state(doc, hit, first, before)
    guard = guards().get(first.name)
    if not guard and len(senses) == 1 and first.use == 0:
        return Named(hit.start, hit.end, first, before, sure=True)
    larger = _larger(doc, hit, following, senses)
    if larger:
        return Named(hit.start, hit.end, larger, before, sure=True)
    if guard and not _is_place(doc, hit, guard, before):
        return None
    typed = _typed(doc, hit, senses, evidence)
    if typed:
        return Named(hit.start, typed[1], typed[0], before, sure=True)
    sense = _likeliest(senses, before, evidence)
    if sense is None:
        return None
    sure = sense.use == 0 and (not guard or sense.country in evidence.countries or _local(before))
    return Named(hit.start, hit.end, sense, before, sure=sure)


def _state(doc: Document, hit: Hit, sense: Sense, before: tuple[str, ...]) -> Named | None:
    """A state by its two letters stands only in cased text, after a town and a comma."""
    if doc.cased and doc.folded[hit.start - 2 : hit.start] == ", " and doc.release.body[hit.start : hit.end].isupper():
        return Named(hit.start, hit.end, sense._replace(form="admin1"), before, sure=True)
    return None


def _larger(doc: Document, hit: Hit, following: Hit | None, senses: tuple[Sense, ...]) -> Sense | None:
    """The meaning that a larger place right after the name settles: "lebanon, tennessee", "peru, in", "tema, ghana"."""
    first = senses[0]
    code = _code_after(doc, hit.end)
    if code:
        fitting = [s for s in senses if s.admin1 == code]
        return fitting[0] if fitting else Sense("city", code[:2], code, None, 0, 0, first.name)
    if not following or following.start - hit.end > 6 or doc.folded[hit.end : following.start] not in _COMPOUND_GAPS:  # noqa: PLR2004
        return None
    larger: Sense = following.value[0]  # type: ignore[index]
    if first.form == "name" and not (larger.form == "admin1" or larger.country == "US"):
        return None
    if larger.form == "admin1":
        return next((s for s in senses if s.admin1 == larger.admin1 and s.form != "admin1"), None)
    if larger.form == "name":
        return next((s for s in senses if s.country == larger.country and s.form in ("city", "admin1")), None)
    return None


def _code_after(doc: Document, end: int) -> str | None:
    folded = doc.folded
    if folded[end : end + 2] != ", ":
        return None
    rest = folded[end + 2 : end + 10].split(" ", 1)[0]
    plain = rest.rstrip(",.;:)-\n").split("\n", 1)[0]
    code = state_codes().get(f"{plain}.") or state_codes().get(plain) if "." in rest else state_codes().get(plain)
    if not code:
        return None
    if doc.cased:
        return (
            code
            if doc.release.body[end + 2].isupper() and (len(plain) > 3 or "." in rest or doc.release.body[end + 2 : end + 4].isupper())
            else None
        )
    after = folded[end + 2 + len(plain) : end + 5 + len(plain)]
    closed = not after or after[0] in ".,;)\n" or after[:2] in (" -", " (") or (after[:1] == " " and after[1:2].isdigit())
    return code if plain not in wordlike_codes() or closed else None


def _is_place(doc: Document, hit: Hit, guard: str, before: tuple[str, ...]) -> bool:
    """Say no to a person's name, to "us" where it is a pronoun, and to a bare name that needs context and has none."""
    if guard == "capitals":
        body = doc.release.body
        return doc.cased and body[hit.start : hit.end].isupper() and body[hit.end : hit.end + 1] != "$"
    if guard == "context":
        return bool(before) and before[-1] in ("in", "from", "to") and doc.folded[hit.start - 1] == " "
    return not _is_person(doc, hit, before)


def _is_person(doc: Document, hit: Hit, before: tuple[str, ...]) -> bool:
    folded = doc.folded
    touching = hit.start > 0 and folded[hit.start - 1] == " "
    if touching and before and before[-1] in person_names("given") and not _local(before[-1:]):
        return True
    if folded[hit.end : hit.end + 1] != " ":
        return False
    word = folded[hit.end + 1 : hit.end + 20].split(" ", 1)[0].split("\n", 1)[0].rstrip(".,;:'s)\"?!")
    if word in person_names("surname"):
        return True
    capital = doc.cased and doc.release.body[hit.end + 1 : hit.end + 2].isupper() and not doc.release.body[hit.start : hit.end].isupper()
    return capital and len(word) > 1 and not _local(before) and word.isalpha() and word not in cues("after")


def _typed(doc: Document, hit: Hit, senses: tuple[Sense, ...], evidence: Evidence) -> tuple[Sense, int] | None:
    """The unit that a type word names: "punjab province", "xinjiang uygur autonomous region", "state of georgia"."""
    folded = doc.folded
    if folded[hit.end : hit.end + 1] == " ":
        words = folded[hit.end + 1 : hit.end + 36].split(" ")[:3]
        end = hit.end
        for word in words:
            plain = word.rstrip(".,;:'s)\n")
            if "type" not in cues("after").get(plain, ()):
                break
            end += 1 + len(plain)
        if end > hit.end:
            unit = _likeliest(tuple(s for s in senses if s.form == "admin1"), ("in",), evidence)
            return (unit, end) if unit else None
    return None


def _local(before: tuple[str, ...]) -> bool:
    """Whether the word before says that a place follows: "in", "to", "from the", "across northern"."""
    known = cues("before")
    for word in reversed(before):
        meanings = known.get(word, frozenset())
        if "skip" in meanings:
            continue
        return bool(meanings & {"place", "origin", "transit", "type"})
    return False


def _likeliest(senses: tuple[Sense, ...], before: tuple[str, ...], evidence: Evidence) -> Sense | None:
    """Among the meanings that may stand here: the country named most in the release, else the first."""
    able = [s for s in senses if s.use == 0 or _supported(s, before, evidence)]
    if not able:
        return None
    first = able[0]
    if first.form == "name" and len({s.country for s in able if s.form == "name"}) == 1:
        return _country_or_state(first, able, evidence)
    return max(
        able,
        key=lambda s: (
            evidence.countries.get(s.country or "", 0) if s.country != first.country else evidence.countries.get(s.country or "", 0) + 0.5
        ),
    )


def _country_or_state(country: Sense, able: list[Sense], evidence: Evidence) -> Sense:
    """Georgia is the state where the release moves among the United States and never in Georgia."""
    state = next((s for s in able if s.form == "admin1" and s.country == "US"), None)
    if state and evidence.units.get("US") and not evidence.countries.get(country.country or ""):
        return state
    return country


def _supported(sense: Sense, before: tuple[str, ...], evidence: Evidence) -> bool:
    if sense.use > 1:
        return False
    close = _local(before)
    if sense.form == "name":
        return close
    if sense.size >= _TOWN:
        return close or bool(evidence.countries.get(sense.country or ""))
    return close and bool(evidence.countries.get(sense.country or ""))
