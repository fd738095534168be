"""A ruling is checked on entry, is one line of JSON, and is known again by what it says."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.ruling.fields import changed
from transforms.ruling.find import find, locate
from transforms.ruling.ruling import Ruling, RulingError, Target, parse

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TARGET = Target("a1", "r1", 1, "sha", "the company built a road", "KE")
OTHER = Target("a2", "r2", 1, "sha", "a road was opened", "KE")
GOOD = {
    "change": {"targets": (TARGET,), "fields": {"kind": "donation", "amount": 12.5, "currency": "USD"}},
    "reject": {"targets": (TARGET,)},
    "add": {"targets": (TARGET,), "fields": {"kind": "visit"}},
    "merge": {"targets": (TARGET, OTHER)},
    "split": {"targets": (TARGET,)},
    "undo": {"undoes": "0123"},
}


@pytest.mark.parametrize("act", GOOD)
def test_a_ruling_survives_its_line(act):
    ruling = Ruling(act, "ann", "because", at=AT, **GOOD[act])
    assert "\n" not in ruling.line()
    assert parse(ruling.line()) == ruling
    assert parse(ruling.line()).ruling_id == ruling.ruling_id == json.loads(ruling.line())["ruling_id"]


@given(by=st.text(min_size=1).filter(str.strip), why=st.text(min_size=1).filter(str.strip), words=st.text(min_size=1).filter(str.strip))
def test_any_words_survive(by, why, words):
    try:
        ruling = Ruling("reject", by, why, (Target("a", "r", 1, "s", words),), at=AT)
        line = ruling.line().encode()
    except UnicodeEncodeError:
        return
    assert parse(line.decode()) == ruling
    assert b"\n" not in line


@pytest.mark.parametrize(
    ("act", "said", "words"),
    [
        ("praise", {}, "act is 'praise'"),
        ("reject", {"by": " "}, "'by' is missing"),
        ("reject", {"why": ""}, "'why' is missing"),
        ("reject", {"targets": (TARGET, OTHER)}, "reject needs 1 activities and has 2"),
        ("merge", {"targets": (TARGET,)}, "merge needs 2 or more activities and has 1"),
        ("undo", {"undoes": None}, "'undoes' names the ruling"),
        ("reject", {"undoes": "0123"}, "'undoes' names the ruling"),
        ("change", {"fields": {}}, "'fields' says what is right"),
        ("reject", {"fields": {"kind": "visit"}}, "'fields' says what is right"),
        ("add", {"fields": {"status": "planned"}}, "kind is missing"),
        ("change", {"fields": {"colour": "red"}}, "unknown field: colour"),
        ("change", {"fields": {"kind": None}}, "kind None"),
        ("change", {"fields": {"kind": "party"}}, "kind 'party' is not in its code list"),
        ("change", {"fields": {"country_code": "ke"}}, "country_code 'ke' is not in its code list"),
        ("change", {"fields": {"region_code": "999"}}, "not in its code list"),
        ("change", {"fields": {"sector_code": "998"}}, "not in its code list"),
        ("change", {"fields": {"status": "done"}}, "not in its code list"),
        ("change", {"fields": {"currency": "US$"}}, "not in its code list"),
        ("change", {"fields": {"amount": -1}}, "no sum of money"),
        ("change", {"fields": {"amount": "12"}}, "no sum of money"),
        ("change", {"fields": {"amount": float("nan")}}, "no sum of money"),
        ("change", {"fields": {"date_edtf": "soon"}}, "no date"),
        ("change", {"fields": {"actor": 7}}, "no text"),
        ("change", {"fields": {"counterparts": "Acme"}}, "no list of names"),
        ("change", {"fields": {"country_code": "KE", "region_code": "011"}}, "not both"),
        ("change", {"fields": {"country_code": "KE", "admin1_code": "UG-C"}}, "lies outside of KE"),
        ("reject", {"targets": (Target("a", "r", 1, "s", " "),)}, "without the words"),
    ],
)
def test_what_is_wrong_is_told_on_entry(act, said, words):
    with pytest.raises(RulingError, match=words):
        Ruling(**{"act": act, "by": "ann", "why": "because", **GOOD.get(act, {}), **said})


LINE = json.loads(Ruling("reject", "ann", "because", (TARGET,), at=AT).line())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("rubbish", "no JSON"),
        ("[]", "no JSON object"),
        (json.dumps(LINE | {"mood": "good"}), "unknown name: mood"),
        (json.dumps({k: v for k, v in LINE.items() if k != "at"}), "'at' is missing"),
        (json.dumps(LINE | {"at": "today"}), "Invalid isoformat"),
        (json.dumps(LINE | {"at": "2026-11-23T09:30:00"}), "no time zone"),
        (json.dumps(LINE | {"why": "another reason"}), "changed after it was written"),
        (json.dumps(LINE | {"why": 7}), "are texts"),
        (json.dumps(LINE | {"targets": ["a1"]}), "no JSON object"),
        (json.dumps(LINE | {"targets": [{"activity_id": "a1"}]}), "missing"),
        (json.dumps(LINE | {"targets": [LINE["targets"][0] | {"revision": "1"}]}), "revision is '1'"),
        (json.dumps(LINE | {"fields": []}), "no JSON object"),
    ],
)
def test_a_bad_line_is_told_on_replay(line, words):
    with pytest.raises(RulingError, match=words):
        parse(line)


ROW = {
    **dict.fromkeys(("region_code", "status", "amount", "currency", "amount_usd", "actor")),
    "activity_id": "a1",
    "kind": "supply",
    "country_code": "KE",
    "admin1_code": "KE-30",
    "place_name": "Nairobi",
    "geo_precision": "3",
    "place_basis": "clause",
    "sector_code": "12230",
    "date_edtf": "2021",
    "date_start": date(2021, 1, 1),
    "date_end": date(2021, 12, 31),
    "date_precision": "year",
    "date_basis": "text",
    "date_from": "clause",
    "counterparts": [],
    "confidence": 0.4,
    "evidence_start": 10,
    "evidence_end": 34,
}


@pytest.mark.parametrize(
    ("fields", "follows"),
    [
        ({"kind": "donation"}, {"kind": "donation", "place_basis": "clause", "confidence": 1.0}),
        (
            {"country_code": "UG"},
            {"country_code": "UG", "admin1_code": None, "place_name": None, "geo_precision": "6", "place_basis": "ruling"},
        ),
        ({"region_code": "011"}, {"country_code": None, "region_code": "011", "admin1_code": None, "geo_precision": "9"}),
        ({"admin1_code": "KE-01"}, {"admin1_code": "KE-01", "geo_precision": "4", "place_name": "Nairobi"}),
        (
            {"date_edtf": "2021-09"},
            {"date_start": date(2021, 9, 1), "date_end": date(2021, 9, 30), "date_precision": "month", "date_basis": "ruling"},
        ),
        ({"date_edtf": None}, {"date_start": None, "date_end": None, "date_precision": "none", "date_from": "none"}),
        ({"amount": 5, "currency": "USD"}, {"amount_usd": 5}),
        ({"amount": 5}, {"amount": None, "currency": None, "amount_usd": None}),
        ({"counterparts": None}, {"counterparts": []}),
    ],
)
def test_what_follows_from_a_change_is_changed_too(fields, follows):
    row = changed(ROW, fields, date(2021, 9, 27))
    assert {name: row[name] for name in follows} == follows
    untouched = {"activity_id", "evidence_start", "evidence_end", "status", "actor", "sector_code"} - set(fields)
    assert {name: row[name] for name in untouched} == {name: ROW[name] for name in untouched}


def test_a_unit_of_another_country_is_refused():
    with pytest.raises(ValueError, match="lies outside of KE"):
        changed(ROW, {"admin1_code": "UG-C"}, None)


BODY = "A road\n\nThen the company  built a\nroad. The end."


def test_quoted_words_are_found_whatever_the_white_space():
    start, end = locate("the company built a road", BODY)
    assert BODY[start:end] == "the company  built a\nroad"
    assert locate("The Company BUILT a road", BODY) == (start, end)
    assert locate("a bridge", BODY) is None
    assert locate("  ", BODY) is None


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([ROW], "a1"),
        ([ROW | {"activity_id": "new", "evidence_start": 13}], "new"),
        ([ROW | {"activity_id": "new", "evidence_start": 41, "evidence_end": 45}], None),
        ([ROW | {"activity_id": "x", "country_code": "UG"}, ROW | {"activity_id": "y"}], "y"),
        ([ROW | {"activity_id": "x", "kind": "visit"}, ROW | {"activity_id": "y", "kind": "donation"}], "y"),
        ([ROW | {"activity_id": "x", "country_code": "UG"}, ROW | {"activity_id": "y", "country_code": "TZ"}], None),
        ([ROW | {"activity_id": "x", "country_code": "UG"}], "x"),
        ([], None),
    ],
)
def test_an_activity_is_found_by_identity_else_by_its_words(rows, found):
    row = find(TARGET, rows, BODY, "donation", None)
    assert (row and row["activity_id"]) == found
