"""Which countries a sentence may be about, and what is paired with which."""

import pytest

from transforms.extract.candidates import candidates, context
from transforms.extract.document import prepare
from transforms.extract.found import find
from transforms.release import Release

LEAD = "The group handed over a hospital in Accra, Ghana, on March 3, 2021, and the minister of health came to the ceremony."


def found_in(body, **more):
    return find(prepare(Release("r", 1, "s", "u", body, **more)))


def areas(found, index):
    return {c.area: c.basis for c in candidates(found, context(found)) if c.sentence == index}


def test_a_country_named_in_the_sentence_is_a_candidate():
    assert areas(found_in(LEAD), 0)["GH"] == "sentence"


def test_an_act_without_a_place_looks_back_in_its_paragraph():
    assert areas(found_in(f"{LEAD} It also built two schools."), 1)["GH"] == "paragraph"


def test_an_act_without_a_place_takes_the_country_of_its_heading():
    body = f"{LEAD}\n\nKenya: holding back the flood\n\nThe team built a dyke and repaired two bridges."
    assert areas(found_in(body), 2)["KE"] == "heading"


def test_home_is_the_last_resort_and_says_so():
    assert areas(found_in("The company built a school for its workers and opened it last week.", home_country="CN"), 0) == {"CN": "home"}


def test_a_sentence_without_act_or_object_implies_nothing():
    assert areas(found_in(f"{LEAD} Everybody was happy about it."), 1) == {}


def test_the_context_counts_what_is_no_boilerplate():
    known = context(found_in(f"{LEAD}\n\nIn Ghana it is at home.\n\nAbout Acme\n\nAcme works in Peru."))
    assert known.ranked == ["GH"]
    assert known.lead == {"GH"}


@pytest.mark.parametrize("body", ["", "No place is named here, and nothing was done."])
def test_without_places_and_acts_there_are_no_candidates(body):
    assert candidates(found_in(body), context(found_in(body))) == []
