"""Which of its meanings a name of a place has in this release.

Belongs here: the evidence of the release, and the choice by neighbours, type words and evidence.
Does not: names that are no places (place_guards.py), what the words around make of a place (place_roles.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transforms.extract.document import Document
from transforms.extract.gazetteer import Sense, cue_words, guards, person_names, state_codes, wordlike_codes
from transforms.extract.mentions import Hit
from transforms.extract.nesting import outermost
from transforms.extract.place_guards import allowed, in_longer_name, is_water, stands
from transforms.extract.place_words import is_local, words_before

LIST_GAPS = frozenset((", ", " and ", ", and ", " or ", ", or ", " & ", "/", ", as well as ", " as well as ", "; "))
_CHAIN_GAPS = LIST_GAPS | {" to ", " and to ", " and in "}
_PART_OF = frozenset((", ", ",", " (", " in ", ", in ", " of ", " - "))
_WIDEST_GAP = 14
_CITY = 100
_METROPOLIS = 1000
_TWICE = 2
_RIVAL = 12
_SHORTEST_TOWN = 5
_POSTAL = 2


class Named(NamedTuple):
    """A term of the text with the meaning chosen for it. `sure` is False where nothing but the name itself speaks for it."""

    start: int
    end: int
    sense: Sense
    before: list[str]
    sure: bool
    local: bool


class Evidence(NamedTuple):
    """How often each country is named beyond doubt, how often by a place within it, and by which names."""

    countries: dict[str, int]
    units: dict[str, int]
    names: dict[str, set[str]]


def named(doc: Document) -> Iterator[Named]:
    """Every place of the text, each with one meaning, in order."""
    hits = [hit for hit in outermost(doc.hits["places"]) if stands(doc, hit)]
    evidence = _evidence(doc, hits)
    last: Named | None = None
    for hit, following in zip(hits, [*hits[1:], None], strict=False):
        found = _choose(doc, hit, following, last, evidence)
        if found:
            last = found
            yield found


def _evidence(doc: Document, hits: list[Hit]) -> Evidence:
    countries: dict[str, int] = {}
    units: dict[str, int] = {}
    names: dict[str, set[str]] = {}
    towns: dict[str, set[str]] = {}
    guarded = guards()
    if doc.release.home_country:
        countries[doc.release.home_country] = 1
    for hit in hits:
        senses = senses_of(hit)
        first = senses[0]
        country = first.country
        if not country or first.name in guarded:
            continue
        if first.use:
            if _speaks(senses) and is_local(words_before(doc.folded, hit.start)):
                towns.setdefault(country, set()).add(first.name)
            continue
        if len(senses) > 1 and any(s.country != country and not s.use for s in senses):
            continue
        countries[country] = countries.get(country, 0) + 1
        names.setdefault(country, set()).add(first.name)
        if first.form in ("admin1", "city"):
            units[country] = units.get(country, 0) + 1
    countries.update((country, 1) for country, names in towns.items() if len(names) > 1 and country not in countries)
    return Evidence(countries, units, names)


def _speaks(senses: tuple[Sense, ...]) -> bool:
    """Whether a small town, which alone is no evidence, is some together with another: there is but one of its name."""
    return len(senses) == 1 and senses[0].form == "city" and len(senses[0].name) >= _SHORTEST_TOWN


def senses_of(hit: Hit) -> tuple[Sense, ...]:
    """What the lexicon says about a hit."""
    return hit.value  # type: ignore[return-value]


def _choose(doc: Document, hit: Hit, following: Hit | None, last: Named | None, evidence: Evidence) -> Named | None:
    first = senses_of(hit)[0]
    if first.form == "block":
        return None
    before = words_before(doc.folded, hit.start)
    gap = doc.folded[last.end : hit.start] if last and hit.start - last.end <= _WIDEST_GAP else None
    local = is_local(before) or bool(last and last.local and gap in _CHAIN_GAPS)
    likeliest = Named(hit.start, hit.end, first, before, sure=True, local=local)
    if _is_plain(doc, hit):
        return None if is_water(doc, hit, before) else likeliest
    found = _settled(doc, hit, following, last, gap)
    if found:
        end = _end_of_type(doc.folded, hit.end) if found.form == "admin1" else hit.end
        return Named(hit.start, end, found, before, sure=True, local=local)
    if first.form == "code" or _elsewhere(doc, hit, following):
        return None
    unit, end = _typed(doc, hit, before, evidence)
    if unit:
        return Named(hit.start, end, unit, before, sure=True, local=local)
    return _alone(doc, hit, likeliest, evidence, listed=gap in LIST_GAPS)


def _is_plain(doc: Document, hit: Hit) -> bool:
    """Whether a name means one country or region whatever stands beside it: most mentions, and the quick way for them."""
    senses = senses_of(hit)
    first = senses[0]
    return (
        len(senses) == 1
        and first.admin1 is None
        and not first.use
        and first.name not in guards()
        and not doc.folded.startswith(", ", hit.end)
    )


def _alone(doc: Document, hit: Hit, likeliest: Named, evidence: Evidence, *, listed: bool) -> Named | None:
    """The meaning of a name that nothing beside it settles, if no guard forbids it."""
    senses, before, local = senses_of(hit), likeliest.before, likeliest.local
    sense = senses[0] if len(senses) == 1 and not senses[0].use else _likeliest(senses, evidence, local=local)
    if not sense or not allowed(doc, hit, sense, before):
        return None
    if sense.form == "city" and sense.name in person_names("given") and not (local or listed):
        return None
    times = evidence.countries.get(sense.country or "", 0)
    sure = local or listed or (not sense.use and (times > 0 or guards().get(sense.name) != "person"))
    lonely = sense.form in ("city", "admin1") and len(evidence.names.get(sense.country or "", ())) < _TWICE
    if lonely and in_longer_name(doc, hit, before, local=local):
        if sense.size < _METROPOLIS:
            return None
        sure = False
    return Named(hit.start, hit.end, sense, before, sure=sure, local=local)


def _settled(doc: Document, hit: Hit, following: Hit | None, last: Named | None, gap: str | None) -> Sense | None:
    """The meaning that a larger place beside the name settles: "lebanon, tennessee", "peru, in", "ghana's western region"."""
    senses = senses_of(hit)
    code = _code_after(doc, hit.end) if doc.folded.startswith(", ", hit.end) else None
    if code:
        town = next((s for s in senses if s.admin1 == code and s.form == "city"), None)
        return town or Sense("city", code[:2], code, None, 0, 0, senses[0].name)
    if last and gap is not None:
        found = _settled_by_last(doc, hit, last, gap)
        if found:
            return found
    if following and following.start - hit.end <= _POSTAL + 4 and doc.folded[hit.end : following.start] in _PART_OF:
        return _settled_by_following(senses, senses_of(following), doc.folded[hit.end : following.start])
    return None


def _settled_by_last(doc: Document, hit: Hit, last: Named, gap: str) -> Sense | None:
    senses = senses_of(hit)
    if senses[0].form == "code":
        capitals = doc.cased and doc.release.body[hit.start : hit.end].isupper()
        return senses[0]._replace(form="admin1") if capitals and gap == ", " else None
    if gap in _PART_OF and last.sense.form == "city":
        return next((s for s in senses if s.form == "admin1" and s.admin1 == last.sense.admin1), None)
    if (gap == " " or gap.startswith("'s ")) and last.sense.form == "name":
        inside = [s for s in senses if s.form != "name" and s.country == last.sense.country]
        return min(inside, key=lambda s: s.form != "admin1", default=None)  # "china's henan" is the province, not the county
    return None


def _settled_by_following(senses: tuple[Sense, ...], larger: tuple[Sense, ...], gap: str) -> Sense | None:
    country = senses[0].form == "name"
    units = {s.admin1 for s in larger if s.form == "admin1"}
    for sense in senses:
        if sense.form == "city" and sense.admin1 in units and (not country or larger[0].form == "admin1"):
            return sense
    if country:
        return _state_for_country(senses, larger, gap)
    if larger[0].form == "name":
        return next((s for s in senses if s.country == larger[0].country and s.form in ("city", "admin1")), None)
    state = gap == ", " and larger[0].form == "admin1" and larger[0].country == "US"
    if state and all(s.form == "city" for s in senses):
        return Sense("city", "US", larger[0].admin1, None, 0, 0, senses[0].name)
    return None


def _state_for_country(senses: tuple[Sense, ...], larger: tuple[Sense, ...], gap: str) -> Sense | None:
    """A country's name before one of the United States is a state or a town there: "florida, georgia, texas", "peru, indiana"."""
    if larger[0].country != "US" or gap != ", ":
        return None
    state = next((s for s in senses if s.form == "admin1" and s.country == "US"), None)
    if state or larger[0].form != "admin1":
        return state
    return Sense("city", "US", larger[0].admin1, None, 0, 0, senses[0].name)


def _elsewhere(doc: Document, hit: Hit, following: Hit | None) -> bool:
    """Whether the next words put a town into a country where no town of that name is known: "east london in england"."""
    if not following or doc.folded[hit.end : following.start] != " in ":
        return False
    larger = senses_of(following)[0]
    return larger.form == "name" and all(s.form == "city" and s.country != larger.country for s in senses_of(hit))


def _code_after(doc: Document, end: int) -> str | None:
    """The state of a short form after a town and a comma. In lower case, "in" and "or" count only before a mark or a postal code."""
    rest = doc.folded[end + 2 : end + 10].partition(" ")[0].partition("\n")[0]
    plain = rest.rstrip(",.;:)-")
    dotted = len(rest) > len(plain) and rest[len(plain)] == "."
    code = (state_codes().get(f"{plain}.") if dotted else None) or state_codes().get(plain)
    if not code:
        return None
    if doc.cased:
        written = doc.release.body[end + 2 : end + 2 + len(plain)]
        return code if written[0].isupper() and (dotted or written.isupper()) else None
    after = doc.folded[end + 2 + len(plain) : end + 5 + len(plain)]
    closed = not after or after[0] in ".,;)\n" or after[:2] in (" -", " (") or after[1:2].isdigit()
    return code if closed or plain not in wordlike_codes() else None


def _typed(doc: Document, hit: Hit, before: list[str], evidence: Evidence) -> tuple[Sense | None, int]:
    """The unit that a type word names, and where it ends: "punjab province", "state of georgia", "xinjiang autonomous region"."""
    units = tuple(s for s in senses_of(hit) if s.form == "admin1")
    if not units:
        return None, hit.end
    end = _end_of_type(doc.folded, hit.end)
    if end > hit.end and doc.folded[hit.end + 1 : end] in cue_words("after", "local type"):
        units = tuple(s for s in units if s.country in evidence.countries)
    if units and (end > hit.end or (len(before) > 1 and before[-1] == "of" and before[-2] in cue_words("before", "unit"))):
        return _likeliest(units, evidence, local=True), end
    return None, hit.end


def _end_of_type(folded: str, end: int) -> int:
    if folded[end : end + 1] != " ":
        return end
    for word in folded[end + 1 : end + 36].split(" ")[:3]:
        plain = word.partition("\n")[0].rstrip(".,;:')\"").removesuffix("'s")
        if plain not in cue_words("after", "type"):
            break
        if folded.startswith(" of ", end + 1 + len(plain)):
            break  # "georgia department of health"
        end += 1 + len(plain)
        if plain != word:
            break
    return end


def _likeliest(senses: tuple[Sense, ...], evidence: Evidence, *, local: bool) -> Sense | None:
    """Among the meanings that may stand here: the country named most in the release, else the first.

    A town many times smaller than its namesake is no rival: melbourne is in Australia, whatever else the release names.
    """
    able = [s for s in senses if not s.use or _supported(s, evidence, local=local)]
    if not able:
        return None
    first = able[0]
    if first.form in ("name", "region") and all(s.form != "name" or s.country == first.country for s in able):
        return _country_or_state(first, able, evidence)
    rivals = [s for s in able if s.use == first.use and s.size * _RIVAL >= first.size]
    return max(rivals, key=lambda s: evidence.countries.get(s.country or "", 0))


def _country_or_state(country: Sense, able: list[Sense], evidence: Evidence) -> Sense:
    """Georgia is the state where the release moves among the United States and never in Georgia."""
    state = next((s for s in able if s.form == "admin1" and s.country == "US"), None)
    if state and evidence.units.get("US") and not evidence.countries.get(country.country or ""):
        return state
    return country


def _supported(sense: Sense, evidence: Evidence, *, local: bool) -> bool:
    if sense.use > 1:
        return False
    known = bool(evidence.countries.get(sense.country or ""))
    if sense.form == "name" or sense.size >= _CITY:
        return local or (known and sense.size >= _CITY)
    return local and known
