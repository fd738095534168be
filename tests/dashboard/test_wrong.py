"""Corrections in place: the form, what it appends, what is shown at once."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import access
from tests.dashboard.ledgers import Ledger
from tests.dashboard.test_overview import said, texts
from tests.dashboard.worlds import HOSTILE, page
from warehouse import corrections

ACTIVITY = "a00001"


def form() -> AppTest:
    """The drawer of one activity with the form open."""
    at = page()
    at.query_params["show_activity"] = ACTIVITY
    at.session_state[f"wrong-{ACTIVITY}"] = True
    return at.run()


def sent(at: AppTest, name: str = "A. Reader", why: str = "The words say otherwise.") -> AppTest:
    next(box for box in at.text_input if box.label == "Your name").set_value(name)
    next(box for box in at.text_area if box.label == "Why, in a sentence").set_value(why)
    next(button for button in at.button if button.label == "Send").click()
    return at.run()


def rulings(ledger: Ledger) -> list[corrections.Ruling]:
    return [line.ruling for line in corrections.read(corrections.path_of(ledger.directory)) if line.ruling]


def test_a_rejection_is_appended_and_shown_as_pending(small_world: Ledger) -> None:
    at = sent(form())
    assert not at.exception
    (ruling,) = rulings(small_world)
    assert (ruling.act, ruling.by, ruling.targets[0].activity_id) == ("reject", "A. Reader", ACTIVITY)
    assert any(text.startswith("Rejected — A. Reader") for text in texts(at))


def test_a_change_holds_only_the_fields_that_were_set(small_world: Ledger) -> None:
    at = form()
    at.radio(key=f"act-{ACTIVITY}").set_value("It is one, but coded wrongly").run()
    at.selectbox(key=f"Country-{ACTIVITY}").set_value("TG")
    at.selectbox(key=f"Status-{ACTIVITY}").set_value("Not said")
    at.text_input(key=f"date-{ACTIVITY}").set_value("2021-09")
    assert not sent(at).exception
    assert rulings(small_world)[0].fields == {"country_code": "TG", "status": None, "date_edtf": "2021-09"}


@pytest.mark.parametrize(("name", "why", "problem"), [("", "Because.", "by"), ("A. Reader", " ", "why")])
def test_a_ruling_without_name_or_reason_is_refused(small_world: Ledger, name: str, why: str, problem: str) -> None:
    at = sent(form(), name, why)
    assert problem in at.error[0].value
    assert rulings(small_world) == []


def test_a_date_that_is_none_is_refused_in_words(small_world: Ledger) -> None:
    at = form()
    at.radio(key=f"act-{ACTIVITY}").set_value("It is one, but coded wrongly").run()
    at.text_input(key=f"date-{ACTIVITY}").set_value("soon")
    assert "This cannot stand" in sent(at).error[0].value
    assert rulings(small_world) == []


def test_what_a_person_writes_is_shown_as_text_only(small_world: Ledger) -> None:
    at = sent(form(), HOSTILE, HOSTILE)
    assert any(HOSTILE in text for text in texts(at))
    assert "evil.example" not in said(at).replace("\n".join(texts(at)), "")
    assert rulings(small_world)


def test_switched_off_there_is_no_form_but_what_was_ruled_is_shown(small_world: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(form())
    monkeypatch.setenv(access.READ_ONLY, "1")
    at = form()
    assert not [box for box in at.text_input if box.label == "Your name"]
    assert any(text.startswith("Rejected — A. Reader") for text in texts(at))
    assert small_world.releases
