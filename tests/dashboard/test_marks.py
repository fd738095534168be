"""Where evidence stands in a release."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.marks import Part, parts

BODY = "Roads were built. Then a school was opened, and a clinic. Goodbye."


def span(words: str) -> tuple[int, int]:
    return BODY.index(words), BODY.index(words) + len(words)


def test_evidence_stands_apart_and_keeps_its_full_stop() -> None:
    assert parts(BODY, [span("Roads were built")]) == [
        Part("Roads were built.", (0,)),
        Part(" Then a school was opened, and a clinic. Goodbye.", ()),
    ]


def test_evidence_that_overlaps_shares_one_part() -> None:
    found = parts(BODY, [span("a school was opened, and a clinic"), span("Roads were built"), span("school was opened")])
    assert [part.numbers for part in found] == [(1,), (), (0, 2), ()]


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=8))
def test_no_word_is_lost_or_told_twice(body: str, ends: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in ends if min(pair) < max(pair) <= len(body)]
    found = parts(body, spans)
    assert "".join("".join(part.text.split()) for part in found) == "".join(body.split())
    told = [number for part in found for number in part.numbers]
    assert len(told) == len(set(told))
