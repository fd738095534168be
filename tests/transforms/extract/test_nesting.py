"""The one pass over hits drops what the sorting one drops."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.lexicon import Automaton, Lexicon, longest
from transforms.extract.mentions import Hit
from transforms.extract.nesting import outermost

WORDS = Automaton([Lexicon("w", dict.fromkeys(["a", "b", "a b", "b a", "a b a", "b b", "a a b", "c"], 1))])
SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: Hit(pair[0], pair[0] + pair[1], None))


@given(st.lists(st.sampled_from(["a", "b", "c", "-"]), max_size=20).map(" ".join))
def test_hits_of_a_scan_lose_the_nested_ones(text):
    hits = WORDS.scan(text)["w"]
    assert outermost(hits) == longest(hits)


@given(st.lists(SPANS, max_size=12))
def test_any_hits_in_the_order_of_their_ends_lose_the_nested_ones(hits):
    ordered = sorted(hits, key=lambda hit: hit.end)
    assert sorted(outermost(ordered)) == sorted(longest(hits))
