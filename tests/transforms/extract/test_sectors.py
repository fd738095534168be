"""Sector terms: which words count where they overlap, and what they are worth together."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

import pytest

from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton
from transforms.extract.mentions import SectorTerm
from transforms.extract.sector_choice import rank
from transforms.extract.sectors import find_sector_terms, lexicons


@cache
def automaton() -> Automaton:
    return Automaton(lexicons())


def terms_of(text: str) -> list[SectorTerm]:
    folded = fold(text)
    return find_sector_terms(SimpleNamespace(folded=folded, hits=automaton().scan(folded)))


def best(text: str) -> str | None:
    ranked = rank(terms_of(text))
    return ranked[0][0] if ranked else None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("built a hospital in the district", "122"),
        ("renovated the maternity ward and a clinic building", "122"),
        ("a chinese medical team treats patients", "121"),
        ("a mobile clinic for basic health care", "122"),
        ("donated 20,000 masks and test kits", "122"),
        ("a cancer center with radiotherapy", "123"),
        ("a pharmaceutical plant", "321"),
        ("medicines for the patients of the district", "122"),
        ("a primary school and a kindergarten", "112"),
        ("gave schoolbags and exercise books", "112"),
        ("a secondary school", "113"),
        ("vocational training for welders", "113"),
        ("scholarships at the university", "114"),
        ("water supply for the town", "140"),
        ("drilled wells and built latrines", "140"),
        ("video surveillance for public safety", "151"),
        ("container inspection equipment for customs", "151"),
        ("the railway and its stations", "210"),
        ("a container terminal at the port", "210"),
        ("the expansion of the airport", "210"),
        ("a national data center", "220"),
        ("an e-commerce platform", "220"),
        ("the fiber optic network", "220"),
        ("a wind farm of 50 mw", "232"),
        ("a coal-fired power plant", "233"),
        ("an oil-shale power plant", "233"),
        ("a nuclear power plant", "235"),
        ("district heating in the city", "236"),
        ("a transmission line of 500 kv and its substations", "236"),
        ("opened a bank branch", "240"),
        ("a franchise agreement with a retail store", "250"),
        ("a dairy farm with 500 cattle", "311"),
        ("tree planting on the hills", "312"),
        ("a fishing port", "313"),
        ("a cement plant", "321"),
        ("a sugar factory and a flour mill", "321"),
        ("an oil refinery", "321"),
        ("machine tools and vehicles", "321"),
        ("an oilfield and a crude oil pipeline", "322"),
        ("a copper mine", "322"),
        ("the presidential palace", "323"),
        ("the central business district", "323"),
        ("the international import expo", "331"),
        ("a five-star hotel for tourism", "332"),
        ("biodiversity in the nature reserve", "410"),
        ("affordable housing for 300 families", "160"),
        ("a stadium with 20,000 seats", "160"),
        ("a national museum", "160"),
        ("rural revitalization and poverty alleviation", "430"),
        ("relief goods for the victims of the earthquake", "720"),
    ],
)
def test_usual_cases_of_the_codebook_rank_first(text: str, category: str) -> None:
    assert (best(text) or "")[:3] == category


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a new hospital building", "12230"),
        ("testing kits", "12250"),
        ("covid-19 test kits against the coronavirus", "12264"),
        ("a primary school", "11220"),
        ("a football stadium", "16065"),
        ("affordable housing", "16040"),
    ],
)
def test_an_object_that_settles_it_gives_five_digits(text: str, code: str) -> None:
    assert best(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "visit our website",
        "chip in",
        "a blue-chip company",
        "the powerhouse of the team",
        "the gold standard",
        "as well as",
        "bridge the gap",
    ],
)
def test_everyday_phrases_speak_of_no_sector(text: str) -> None:
    assert terms_of(text) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("schoolbags, pens and exercise books for the pupils", "112"),
        ("a free clinic for villagers", "122"),
        ("the medical team that was posted there", "121"),
        ("relief supplies after the flood", "720"),
        ("relief goods to the quake zone", "720"),
        ("masks and goggles against the epidemic", "122"),
        ("two fishing ports", "313"),
        ("the oil refinery came on stream", "321"),
        ("the crude oil pipeline from the oilfield", "322"),
        ("an oil shale power plant", "233"),
        ("the flour mill", "321"),
        ("the friendship palace", "323"),
        ("a sports center", "160"),
        ("wells for the village", "140"),
    ],
)
def test_rulings_on_objects_rank_first(text: str, category: str) -> None:
    assert (best(text) or "")[:3] == category


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("the west bank", "240"),
        ("data mining for marketing", "322"),
        ("won a gold medal", "322"),
        ("a healthy growth of sales", "121"),
        ("in the business environment", "410"),
        ("bitcoin mining in a data center", "322"),
        ("arrived at port harcourt", "210"),
        ("the road map for next year", "210"),
        ("the field trip of the class", "311"),
    ],
)
def test_false_friends_do_not_rank(text: str, wrong: str) -> None:
    assert wrong not in {code[:3] for code, _ in rank(terms_of(text))}


def test_one_weak_term_gives_the_category_only() -> None:
    assert [code for code, _ in rank([SectorTerm(0, 4, "21020", 1, "", "road")])] == ["210"]


def test_two_hints_settle_the_purpose_code() -> None:
    ranked = rank([SectorTerm(0, 4, "21020", 2, "", "toll"), SectorTerm(9, 14, "21020", 2, "", "bypass")])
    assert ranked[0][0] == "21020"


def test_the_same_term_twice_is_one_piece_of_evidence() -> None:
    once = [SectorTerm(0, 4, "21020", 1, "", "road")]
    assert rank(once) == rank([*once, SectorTerm(20, 25, "21020", 1, "", "road")])


def test_a_longer_term_hides_the_weaker_one_inside() -> None:
    assert [t.code for t in terms_of("a solar panel factory")] == ["32171"]


def test_a_longer_term_does_not_hide_a_stronger_one_inside() -> None:
    assert "water supply" in {t.term for t in terms_of("the water supply improvement works and water supply")}


def test_plurals_hyphens_and_spellings_are_one_term() -> None:
    forms = ["wind farms", "wind-farm", "wind farm"]
    assert {t.term for form in forms for t in terms_of(form)} == {"wind farm"}
    assert best("data centres") == best("data center") == "22040"
