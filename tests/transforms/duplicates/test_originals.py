"""Of like texts one counts, whatever the order in which they came to be known."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.duplicates.originals import Text, originals

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def text(minute=0, words=100, undated=False, release=None):
    return Text(words, undated, NOON + timedelta(minutes=minute), release or f"r{minute}")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"a": text(1), "b": text(2)}, {"b": "a"}),
        ({"a": text(2), "b": text(1)}, {"a": "b"}),
        ({"a": text(1, undated=True), "b": text(2)}, {"a": "b"}),
        ({"a": text(1, words=50), "b": text(2)}, {"a": "b"}),
        ({"a": text(1, words=70), "b": text(2)}, {"b": "a"}),
        ({"a": text(1, release="x"), "b": text(1, release="w")}, {"a": "b"}),
    ],
)
def test_which_of_two_counts(texts, expected):
    found = originals(texts, [("a", "b", 0.8)])
    assert {name: original.text for name, original in found.items()} == expected
    assert {original.likeness for original in found.values()} == {0.8}


def test_each_is_like_its_own_original():
    chain = {name: text(minute) for minute, name in enumerate("abcd")}
    found = originals(chain, [("a", "b", 0.9), ("b", "c", 0.8), ("c", "d", 0.7)])
    assert {name: (original.text, original.likeness) for name, original in found.items()} == {"b": ("a", 0.9), "d": ("c", 0.7)}


def test_nothing_alike_nothing_found():
    assert originals({"a": text()}, []) == {}


names = st.sampled_from("abcdefgh")
facts = st.builds(text, minute=st.integers(0, 5), words=st.integers(30, 200), undated=st.booleans())
likenesses = st.lists(st.tuples(names, names, st.floats(0.6, 1)).filter(lambda pair: pair[0] < pair[1]), unique_by=lambda pair: pair[:2])


@given(st.fixed_dictionaries(dict.fromkeys("abcdefgh", facts)), likenesses, st.randoms())
def test_originals_have_none_and_are_alike_and_the_order_is_nothing(texts, alike, random):
    texts = {name: Text(*told[:3], f"{told.release_id}{name}") for name, told in texts.items()}
    found = originals(texts, alike)
    known = {frozenset(pair[:2]): pair[2] for pair in alike}
    for name, original in found.items():
        assert original.text not in found
        assert known[frozenset((name, original.text))] == original.likeness
    assert {name for pair in alike for name in pair[:2]} - found.keys() or not alike
    shuffled = random.sample(alike, len(alike))
    assert originals(dict(random.sample(sorted(texts.items()), len(texts))), [(b, a, how) for a, b, how in shuffled]) == found
