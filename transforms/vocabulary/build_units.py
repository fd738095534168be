"""The top-level units of ISO 3166-2 with the names they are written by, and which of them a GeoNames admin1 code means.

Belongs here: what maintainers run to make admin1.csv, with the `gazetteer` dependency group; build_gazetteer.py starts it.
Does not: anything that coding needs at run time.
"""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from iso3166_2 import Subdivisions

from transforms.extract.fold import flatten, fold

HERE = Path(__file__).parent
_ALIKE = 0.6
_SHORT = 4
_TOWN = 5000
# Codes that repeat countries of ISO 3166-1, or group other units.
_NOT_UNITS = {"GB-EAW", "GB-GBN", "GB-UKM"}
_OWN_COUNTRY = {"CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW", "RS-KM": "XK"}
_OVERLAP = re.compile(r"(US-(AS|GU|MP|PR|UM|VI)|FR-(97\d|BL|CP|MF|NC|PF|PM|TF|WF)|NL-(AW|CW|SX|BQ\d)|FI-01|NO-2[12]|SH-.*)$")
_ENGLISH = re.compile(r"([^(),]+?) ?(?:\[[^]]*\])? \(eng\)")
_LATIN = re.compile(r"([^(),]+?) ?(?:\[[^]]*\])? \((?!eng)\w+\)")
_TYPE_WORDS = tuple(
    """
    autonomous region,autonomous province,autonomous republic,autonomous district,autonomous community,special administrative region,
    special self-governing province,special self-governing city,metropolitan city,special city,federal territory,
    province,region,state,county,governorate,prefecture,oblast',oblast,district,department,municipality,division,voivodeship,canton,
    zizhiqu,shi,sheng,kray,kraj,krai,okrug,okrugu,respublika,republic,rayonu,rayon,kommun,lan,wilayah,vilayet,il,ili,city,
    okresy,raion,area,emirate,parish,island,islands,territory,opstina,obcina
    """.replace("\n", "")
    .replace("    ", "")
    .split(",")
)
_LEADING = (
    "province of ",
    "state of ",
    "region of ",
    "republic of ",
    "ville de ",
    "provincia de ",
    "departamento de ",
    "comunidad de ",
    "region de ",
    "changwat ",
    "gorod ",
    "oblast ",
    "okres ",
    "free state of ",
    "emirate of ",
    "city of ",
)


class Unit(NamedTuple):
    """A top-level unit: its country as ISO 3166-1 codes it, its names (folded, the first for display) and its middle."""

    code: str
    country: str
    kind: str
    display: str
    names: frozenset[str]
    latitude: float
    longitude: float


class Town(NamedTuple):
    """A populated place of GeoNames. `zone` is its GeoNames admin1 code."""

    name: str
    country: str
    zone: str
    population: int
    latitude: float
    longitude: float
    others: tuple[str, ...]


def units() -> list[Unit]:
    """Every top-level unit that is not a country of its own in ISO 3166-1."""
    extra = extra_names()
    return [
        _unit(code, country, record, extra.get(code, []))
        for country, records in Subdivisions().all.items()
        for code, record in records.items()
        if not record["parentCode"] and code not in _NOT_UNITS and code not in _OWN_COUNTRY and not _OVERLAP.match(code)
    ]


def extra_names() -> dict[str, list[str]]:
    """Code -> names that the source lacks or hides among nicknames, the one to show first."""
    names: dict[str, list[str]] = defaultdict(list)
    with (HERE / "admin1_extra.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names[row["code"]].insert(0 if row["shown"] == "1" else len(names[row["code"]]), row["name"])
    return names


def _unit(code: str, country: str, record: dict[str, Any], extra: list[str]) -> Unit:
    latitude, longitude = record["latLng"]
    official = record["name"].partition(" [")[0]
    others = record["localOtherName"] or ""
    english = [name.strip() for name in _ENGLISH.findall(others) if resembles(name, official)]
    latin = [name.strip() for name in _LATIN.findall(others) if name.isascii() or _is_latin(name)]
    names = {bare(name) for name in [official, *english, *latin, *extra]}
    return Unit(
        code,
        country,
        record["type"],
        extra[0] if extra else _short(official),
        frozenset(n for n in names if len(n) > 1),
        latitude,
        longitude,
    )


def _short(official: str) -> str:
    """The official name without its type word, in its own letters."""
    short = bare(official)
    return official[: len(short)] if fold(official).startswith(short) else official


def _is_latin(name: str) -> bool:
    folded = fold(name)
    return folded.isascii() and len(folded) >= _SHORT


def resembles(name: str, official: str) -> bool:
    """Tell another form of a name from a nickname, of which the source has many: "Western Security" is no name of Tay Ninh."""
    return SequenceMatcher(None, bare(name), bare(official)).ratio() >= _ALIKE


def bare(name: str) -> str:
    """Fold a name and take its type words off: "Krasnodarskij kraj" becomes "krasnodarskij"."""
    text = " ".join(flatten(fold(name.strip(" '"))).split()) if "'" not in name else fold(name.strip(" '"))
    for words in _LEADING:
        text = text.removeprefix(words)
    for word in _TYPE_WORDS:
        if text.endswith(f" {word}") and len(text) > len(word) + 3:
            return text.removesuffix(f" {word}").strip(" ,'")
    return text.strip(" ,'")


def zones(towns: Iterable[Town], all_units: Iterable[Unit]) -> dict[tuple[str, str], str]:
    """Map (country, GeoNames admin1 code) to ISO 3166-2.

    GeoNames has codes of its own. A town that bears the unit's name speaks for it, and so does the distance between the middle
    of the zone's towns and the middle of the unit; the best pairs are taken first, what is left goes to the nearest unit.
    """
    members: dict[str, dict[str, list[Town]]] = defaultdict(lambda: defaultdict(list))
    for town in towns:
        members[town.country][town.zone].append(town)
    by_country: dict[str, list[Unit]] = defaultdict(list)
    for unit in all_units:
        by_country[unit.country].append(unit)
    found = {(c, z): code for c, zs in members.items() for z, code in _match(zs, by_country.get(c, []))}
    found.update(_overrides())
    return found


def _overrides() -> dict[tuple[str, str], str]:
    with (HERE / "geonames_admin1.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["country"], row["geonames"]): row["code"] for row in csv.DictReader(lines)}


def _match(members: dict[str, list[Town]], candidates: list[Unit]) -> Iterator[tuple[str, str]]:
    costs = sorted((_cost(zone, towns, unit), zone, unit.code) for zone, towns in members.items() for unit in candidates)
    taken: set[str] = set()
    done: set[str] = set()
    for _, zone, code in costs:
        if zone not in done and code not in taken:
            yield zone, code
            done.add(zone)
            taken.add(code)
    for _, zone, code in costs:
        if zone not in done:
            yield zone, code
            done.add(zone)


def _cost(zone: str, towns: list[Town], unit: Unit) -> float:
    """Kilometres between the two middles, cut down where a town of the zone has the unit's name or the codes agree."""
    latitude = sum(t.latitude for t in towns) / len(towns)
    longitude = sum(t.longitude for t in towns) / len(towns)
    away = math.hypot(latitude - unit.latitude, (longitude - unit.longitude) * math.cos(math.radians(latitude))) * 111
    if any(t.population >= _TOWN and bare(t.name) in unit.names for t in towns):
        away *= 0.35
    if zone.isalpha() and zone == unit.code.partition("-")[2]:
        away *= 0.05
    return away
