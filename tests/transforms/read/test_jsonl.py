"""JSON Lines: a broken line costs itself and nothing else."""

import json
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.jsonl import read_jsonl, text_of
from transforms.read.landed import MAX_BYTES, Landed, Rejected, Statement, UnreadableError


@pytest.fixture
def lines(tmp_path):
    def write(*contents):
        (tmp_path / "a.jsonl").write_bytes(b"\n".join(c if isinstance(c, bytes) else c.encode() for c in contents))
        return list(read_jsonl(tmp_path / "a.jsonl", "a.jsonl"))

    return write


def test_a_line_is_a_release_with_what_is_said_of_it(lines):
    line = json.dumps({"uri": "https://example.org/1", "text": "A road.", "published": "2021-09-26", "organisation": "Acme"})
    said = Statement(url="https://example.org/1", organisation="Acme", published_on=date(2021, 9, 26))
    assert lines(line) == [Landed("a.jsonl#https://example.org/1", "application/json", line.encode(), said)]


@pytest.mark.parametrize(
    "line", ['{"text": "A road."}', '\ufeff{"text": "A road."}', '{"text": "A road."}\r', '{"uri": null, "url": null, "text": "A road."}']
)
def test_a_line_without_uri_is_addressed_by_its_number(lines, line):
    assert [item.file for item in lines("", line)] == ["a.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ('{"uri": "1"}', "malformed", "string 'text'"),
        ('{"text": 5}', "malformed", "string 'text'"),
        ('["text"]', "malformed", "string 'text'"),
        ("null", "malformed", "string 'text'"),
        ('{"text": "A road.', "malformed", "not JSON"),
        ("[" * 100_000, "malformed", "not JSON"),
        ('{"text": "A", "n": ' + "9" * 5_000 + "}", "malformed", "not JSON"),
        ('{"text": " \\n "}', "empty", "empty"),
        (b'{"text": "caf\xe9"}', "undecodable", "broken UTF-8: byte 13"),
        ("x" * (MAX_BYTES + 1), "too large", "10,000,000"),
    ],
)
def test_a_broken_line_is_told_and_the_others_are_read(lines, line, reason, words):
    items = lines('{"text": "before"}', line, '{"text": "after"}')
    assert [(item.file, item.reason) for item in items if isinstance(item, Rejected)] == [("a.jsonl:2", reason)]
    assert words in next(item.detail for item in items if isinstance(item, Rejected))
    assert [text_of(item.content) for item in items if isinstance(item, Landed)] == ["before", "after"]


def test_a_uri_counts_once(lines):
    items = lines('{"uri": "2", "text": "first"}', '{"text": "no uri"}', '{"uri": "2", "text": "second"}')
    assert [item.file for item in items] == ["a.jsonl#2", "a.jsonl:2", "a.jsonl:3"]
    assert isinstance(items[2], Rejected)
    assert items[2].reason == "listed twice"


def test_unknown_keys_are_named_once(lines):
    items = lines('{"text": "a", "colour": 1}', '{"text": "b", "colour": 2, "\\ud800": 3}')
    assert [(item.file, item.reason) for item in items[2:]] == [("a.jsonl", "unknown column")] * 2
    assert "'colour'" in items[2].detail


def test_a_wrong_value_is_told_and_the_release_is_taken(lines):
    landed, rejected = lines('{"text": "a", "title": {"en": "x"}, "published": NaN, "home_country": "KE"}')[:2]
    assert landed.statement == Statement(home_country="KE")
    assert (rejected.file, rejected.reason) == ("a.jsonl:1", "bad value")


def test_half_characters_do_not_reach_addresses(lines):
    assert lines('{"uri": "\\ud83d", "text": "a \\ud83d b"}')[0].file == "a.jsonl:1"


def test_a_huge_line_is_never_held_whole(tmp_path):
    with (tmp_path / "a.jsonl").open("wb") as handle:
        handle.truncate(200_000_000)
    tracemalloc.start()
    items = list(read_jsonl(tmp_path / "a.jsonl", "a.jsonl"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(item.file, item.reason, item.content) for item in items] == [("a.jsonl:1", "too large", None)]
    assert peak < 6 * MAX_BYTES


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("json")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda c: st.lists(c, max_size=3) | st.dictionaries(st.text(max_size=3), c, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["uri", "text", "title", "published", "url", "language"]) | st.text(max_size=5), JSON))
def test_any_record_is_landed_or_refused(scratch, record):
    path = scratch / "a.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    for item in read_jsonl(path, "a.jsonl"):
        item.file.encode()
        if isinstance(item, Landed):
            assert text_of(item.content) == record["text"]


def test_text_of_a_line_that_is_no_record():
    with pytest.raises(UnreadableError):
        text_of(b"[]")
