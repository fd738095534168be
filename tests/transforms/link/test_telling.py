"""What one activity says: its object, the names that it bears, its part, its measures, its stage; and what two have in common."""

from datetime import date

import pytest

from transforms.link import words
from transforms.link.compare import compare, forbidden, shared, weights
from transforms.link.naming import name_of
from transforms.link.objects import akin, objects
from transforms.link.stage import STAGES, stage_of
from transforms.link.telling import Row, tell

PLAIN = Row("a1", "r1", "construction", "UG", "23220", None, None, "none", date(2016, 3, 2), None, None, None, None, "", None, None)


def row(evidence, **changes):
    return PLAIN._replace(evidence=evidence, **changes)


@pytest.mark.parametrize(
    ("text", "sorts", "heads"),
    [
        ("the 600 MW Karuma hydropower plant in Uganda", {"plant/power/hydro", "plant"}, {"karuma"}),
        ("a contract for the kano-maradi railway", {"railway"}, {"kano", "maradi"}),
        ("works at the port of Bukasa", {"port"}, {"bukasa"}),
        ("a new district hospital", {"hospital"}, set()),
        ("the president of Uganda spoke", set(), set()),
    ],
)
def test_an_object_bears_the_names_before_it_or_after_its_of(text, sorts, heads):
    found = objects(words.tokens(text), "UG")
    assert (found.sorts, found.heads) == (sorts, heads)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("phase II of the Karuma grid", {("part", "2")}),
        ("the second phase of works", {("part", "2")}),
        ("lot 3 of the water project", {("lot", "3")}),
        ("the Karuma I wind farm", {("part", "1")}),
        ("Karuma 1 thermal power plant", {("part", "1")}),
        ("the 37th Chinese medical team", {("edition", "37")}),
        ("on May 5 the third bridge was opened", set()),
        ("in Karuma 7 people died", set()),
    ],
)
def test_phases_lots_and_editions_are_told_from_days_and_counts(text, parts):
    assert objects(words.tokens(text), "UG").parts == parts


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("a 1,320 MW power plant", {(1320, "mw")}),
        ("a 1.2 GW plant", {(1200, "mw")}),
        ("18.7 km of road and 500 beds", {(18.7, "km"), (500, "bed")}),
        ("a 500-bed hospital", {(500, "bed")}),
        ("90 buses", {(90, "bus")}),
        ("on Dec. 27, 2023 the company", set()),
        ("for 475 million dollars, 70 percent of it", set()),
    ],
)
def test_measures_are_numbers_of_things(text, measures):
    assert objects(words.tokens(text), "UG").measures == measures


@pytest.mark.parametrize(
    ("kind", "status", "text", "stage"),
    [
        ("agreement", "completed", "a contract was signed", "agreed"),
        ("finance", None, "a loan was granted", "agreed"),
        ("construction", "completed", "ground was broken for the plant", "under construction"),
        ("construction", "completed", "the company has built a plant", "completed"),
        ("construction", "planned", "a plant will be built", "agreed"),
        ("completion", "completed", "the plant was inaugurated", "completed"),
        ("completion", "planned", "the plant will be inaugurated", "under construction"),
        ("training", "ongoing", "nurses are taught", "under way"),
        ("supply", None, "90 buses", "completed"),
        ("construction", "cancelled", "works were given up", "cancelled"),
    ],
)
def test_the_stage_follows_from_kind_status_and_words(kind, status, text, stage):
    assert stage_of(kind, status, words.tokens(text)) == stage
    assert stage in STAGES


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("the Karuma hydropower plant", "works at the Karuma hydroelectric power station", True),
        ("the Karuma hydropower plant", "the Karuuma hydropower plant", True),
        ("the Karuma hydropower plant", "the Isimba hydropower plant", False),
        ("the Karuma hydropower plant", "the Karuma hospital", False),
        ("phase 1 of the Karuma hydropower plant", "phase 2 of the Karuma hydropower plant", False),
        ("a school in Kampala", "a hospital in Kampala", False),
    ],
)
def test_a_name_and_an_object_in_common_make_one_undertaking(one, other, together):
    first, second = tell(row(one)), tell(row(other, activity_id="a2", release_id="r2", reported_on=date(2017, 1, 1)))
    verdict = compare(first, second, {})
    assert (verdict.score >= 0.5 and not verdict.forbidden) == together
    assert compare(second, first, {}) == verdict


def test_works_after_the_end_speak_against_one_undertaking():
    end = tell(row("the Karuma hydropower plant was opened", kind="completion"))
    works = row("building of the Karuma hydropower plant is under way", activity_id="a2", release_id="r2")
    before, after = (compare(end, tell(works._replace(reported_on=day)), {}).score for day in (date(2015, 1, 1), date(2019, 1, 1)))
    assert before > after


def test_the_title_is_no_common_ground_of_one_release():
    title = "Karuma and Isimba"
    one, other = (tell(row(text, title=title, activity_id=text)) for text in ("a road was built", "a school was built"))
    assert "karuma" not in shared(one, other)
    assert "karuma" in shared(one, tell(row("a school", title=title, release_id="r2")))


def test_the_names_of_who_acts_are_not_what_is_built():
    told = tell(row("Harbour Engineering built a road", actor="Harbour Engineering"))
    assert told.object.sorts == {"road"}


def test_lots_say_themselves_that_they_are_apart():
    lots = [tell(row(f"lot {number} of the water project")) for number in (1, 3)]
    assert forbidden(*lots)
    assert not forbidden(lots[0], tell(row("the water project")))


@pytest.mark.parametrize(
    ("evidence", "place", "name"),
    [
        ("Works on the Kano-Maradi railway began", None, "Kano-Maradi railway"),
        ("phase II of the Karuma power grid", None, "Karuma power grid, phase 2"),
        ("a hospital was opened", "Gulu", "hospital, Gulu"),
        ("It was opened", None, "It was opened"),
    ],
)
def test_a_project_is_called_by_its_object_with_its_names(evidence, place, name):
    assert name_of(tell(row(evidence, place_name=place))).text == name


def test_a_general_sort_is_akin_to_the_finer_one_and_no_other():
    assert akin({"plant/power"}, {"plant/power/solar"})
    assert not akin({"plant/power/wind"}, {"plant/power/solar"})


def test_every_reason_has_its_points():
    assert {"base", "names", "other name", "same words other object"} <= set(weights())
