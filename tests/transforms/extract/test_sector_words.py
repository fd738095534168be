"""The opinion of all words of a release: how it is weighed, and when it decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.assemble import extract
from transforms.extract.choice import Option
from transforms.extract.document import prepare
from transforms.extract.found import Found, find
from transforms.extract.sector_words import SILENT, Opinion, category_of, first, opinion, settles, weigh, weights, word_counts
from transforms.extract.word_weights import gathered
from transforms.release import Release

ROWS = [("(bias)", "12", 0.5), ("nurses", "12", 6.0), ("nurses", "21", -2.0), ("road", "21", 8.0), ("hopes", "99", 9.0)]
SCANNERS = (
    "China donates artificial insemination equipment to the Ministry of Agro-Industry of Mauritius\n\n"
    "On 3 May 2016 China donated one artificial insemination set for cattle breeding to the ministry in Port Louis, Mauritius."
)
PARAGRAPH = "The hospital in Ghana received beds, and nurses and doctors treat patients there. "


def found(body: str, home: str | None = None) -> Found:
    return find(prepare(Release("r", 1, "s", "u", body, language="en", home_country=home)))


def test_the_group_with_the_most_weight_is_named():
    assert weigh({"nurses": 1}, gathered(ROWS)).group == "12"
    assert weigh({"nurses": 1, "road": 2}, gathered(ROWS)).group == "21"


def test_unknown_words_make_the_opinion_less_sure():
    few, many = weigh({"road": 1}, gathered(ROWS)), weigh({"road": 1} | {f"x{i}": 1 for i in range(90)}, gathered(ROWS))
    assert few.chance > many.chance


@pytest.mark.parametrize("counts", [{}, {"hopes": 3}])
def test_no_words_and_words_of_no_sector_are_silent(counts):
    assert weigh(counts, gathered(ROWS)) == SILENT


@given(st.dictionaries(st.sampled_from(sorted(weights().words)), st.integers(1, 9), min_size=1, max_size=30))
def test_the_chance_is_a_probability_of_a_known_group(counts):
    said = weigh(counts, weights())
    assert 0.0 <= said.chance <= 1.0
    assert said.group in {"", *weights().groups}


def test_words_of_a_heading_count_twice_and_figures_not():
    counts = word_counts(found("New road opened\n\nThe road is 12 km long and was built by the company in 2020."))
    assert counts["road"] == 3
    assert not any(word.isdigit() for word in counts)


@pytest.mark.parametrize(
    ("body", "group"),
    [
        ("The embassy awarded scholarships to students of the university, and teachers attended Chinese language classes.", "11"),
        ("The loan pays for a 132 kV transmission line and substations that bring electricity to villages.", "23"),
        ("Medical supplies, masks and vaccines were handed over to the hospital for its patients.", "12"),
    ],
)
def test_the_words_of_a_text_name_its_group(body, group):
    assert opinion(found(body)).group == group


def test_a_note_takes_the_group_of_all_its_words():
    rows = extract(Release("r", 1, "s", "u", SCANNERS, language="en", home_country="CN"))
    assert rows
    assert {(row.sector or "")[:2] for row in rows} == {opinion(found(SCANNERS, "CN")).group}


def test_a_long_release_is_not_settled_by_its_words():
    sure = Opinion("12", 0.99)
    assert settles(found(PARAGRAPH), sure)
    assert not settles(found("\n\n".join([PARAGRAPH] * 12)), sure)


def test_several_countries_ask_for_more_than_a_likely_group():
    body = "Roads were built in Ghana, a school in Kenya and a hospital in Peru by the company."
    assert not settles(found(body), Opinion("12", 0.8))
    assert settles(found(PARAGRAPH), Opinion("12", 0.8))


def test_a_group_that_nothing_names_gets_the_category_that_the_lexicon_speaks_of():
    steel = found("The company handed over steel and machinery to the factory.")
    assert category_of(Opinion("32", 0.9), steel).startswith("32")
    assert category_of(Opinion("12", 0.9), steel) == "122"


def test_options_of_the_group_come_first_and_keep_their_order():
    options = [
        (2.0, Option("210", "21020", "sentence", [])),
        (1.0, Option("122", "122", "lead", [])),
        (0.5, Option("121", "121", "lead", [])),
    ]
    assert [option.key for _, option in first(Opinion("12", 0.9), options)] == ["122", "121", "210"]
