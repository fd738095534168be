"""The sector of an act: its own object first, then its clause, its sentence, the neighbours, the lead, the release."""

from __future__ import annotations

import random
from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.fold import fold
from transforms.extract.lexicon import Automaton
from transforms.extract.mentions import SectorTerm
from transforms.extract.sector_choice import SectorView, choose, rank, rank_span
from transforms.extract.sectors import find_sector_terms, lexicons


class Span(NamedTuple):
    start: int
    end: int


@cache
def automaton() -> Automaton:
    return Automaton(lexicons())


def ask(text: str, clause: str, focus: str | None = None) -> list[tuple[str, str]]:
    """(category, basis) of the choices for `clause`; sentences end with full stops."""
    folded = fold(text)
    terms = find_sector_terms(SimpleNamespace(folded=folded, hits=automaton().scan(folded)))
    sentences, start = [], 0
    for part in folded.split(". "):
        sentences.append(Span(start, start + len(part)))
        start += len(part) + 2
    at = folded.index(clause)
    span = (folded.index(focus), folded.index(focus) + len(focus)) if focus else None
    chosen = choose(SimpleNamespace(sentences=sentences), terms, at, at + len(clause), span)
    return [(choice.code[:3], choice.basis) for choice in chosen]


def things(text: str) -> list[str]:
    folded = fold(text)
    terms = find_sector_terms(SimpleNamespace(folded=folded, hits=automaton().scan(folded)))
    view = SectorView(SimpleNamespace(sentences=[Span(0, len(folded))]), terms)
    return [term.code[:3] for term in view.objects(0, len(folded))]


terms_strategy = st.lists(
    st.builds(
        SectorTerm,
        start=st.integers(0, 400),
        end=st.integers(401, 800),
        code=st.sampled_from(["210", "21020", "21030", "12230", "122", "112", "240"]),
        weight=st.integers(1, 3),
        role=st.sampled_from(["", "name", "means"]),
        term=st.sampled_from("abcdefgh"),
    ),
    unique_by=lambda term: term.term,
)


def test_the_clause_beats_the_rest_of_its_sentence() -> None:
    text = "the group built a cement plant and, for the people nearby, opened a primary school"
    assert ask(text, "opened a primary school")[0] == ("112", "clause")
    assert ask(text, "built a cement plant")[0] == ("321", "clause")


def test_an_object_named_apart_beats_stronger_ones_of_its_clause() -> None:
    text = "it built a wind farm, a hospital and a transmission line"
    assert ask(text, text, focus="hospital")[0] == ("122", "object")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("the railway was finished, and it was handed over in may. thanks were said", "sentence"),
        ("the railway was finished. it was handed over in may. thanks were said", "neighbour"),
        ("the railway was finished. so they said. all came. they sang. it was handed over in may", "lead"),
        ("so they said. all came. they sang. it was handed over in may. they left. they will see the railway again", "release"),
    ],
)
def test_a_clause_without_an_object_looks_further_out(text: str, basis: str) -> None:
    assert ask(text, "it was handed over in may")[0] == ("210", basis)


def test_the_second_choice_is_kept() -> None:
    text = "a primary school and books for the library"
    assert [category for category, _ in ask(text, text)][:2] == ["112", "160"]


def test_a_release_that_speaks_of_nothing_gives_no_sector() -> None:
    assert ask("they met and talked", "they met") == []


def test_a_lender_does_not_make_a_road_a_bank() -> None:
    text = "the development bank signed a loan agreement for the road"
    assert ask(text, text)[0][0] == "210"


def test_a_loan_for_nothing_else_is_finance() -> None:
    text = "the bank signed a syndicated loan"
    assert ask(text, text)[0][0] == "240"


def test_a_ministry_that_attends_is_weaker_than_the_object() -> None:
    text = "the minister of health opened the bridge"
    assert ask(text, text)[0][0] == "210"


def test_what_a_ministry_is_given_is_for_what_the_ministry_does() -> None:
    text = "gave computers to the ministry of health"
    assert ask(text, text)[0][0] == "121"


def test_the_last_noun_of_a_compound_is_the_thing() -> None:
    assert things("a school sewage treatment plant") == ["140"]


def test_each_thing_of_a_list_is_an_object_of_its_own() -> None:
    assert things("a sports center, wells and a chicken farm") == ["160", "140", "311"]


def test_hints_are_no_objects_beside_something_firm() -> None:
    assert things("a school on the way to the container terminal") == ["210"]


@given(terms_strategy, st.randoms())
def test_ranking_does_not_depend_on_the_order_of_distant_terms(terms: list[SectorTerm], chance: random.Random) -> None:
    shuffled = list(terms)
    chance.shuffle(shuffled)
    assert rank(shuffled) == rank(terms)


@given(terms_strategy)
def test_ranking_gives_one_code_a_category_best_first(terms: list[SectorTerm]) -> None:
    ranked = rank(terms)
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert len({code[:3] for code, _ in ranked}) == len(ranked)
    assert {code[:3] for code, _ in ranked} == {term.code[:3] for term in terms}


def test_a_span_is_ranked_by_its_own_terms_only() -> None:
    terms = [SectorTerm(0, 7, "21030", 3, "", "railway"), SectorTerm(20, 28, "12230", 3, "", "hospital bed")]
    assert [code for code, _ in rank_span(terms, 10, 40)] == ["12230"]
