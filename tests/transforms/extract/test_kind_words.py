"""What the words of a sentence say of the kind of its act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.document import prepare
from transforms.extract.found import find
from transforms.extract.kind_words import chances, weights, with_pairs, words_of
from transforms.extract.word_weights import gathered
from transforms.release import Release

SMALL = gathered([("(bias)", "visit", 0.0), ("(bias)", "training", 0.5), ("toured", "visit", 4.0), ("the ropes", "training", 4.0)])


def likeliest(sentence, given):
    found = find(prepare(Release("r", 1, "s", "u", sentence)))
    said = chances(words_of(found, 0), given)
    return max(said, key=said.__getitem__)


def test_figures_are_no_words():
    found = find(prepare(Release("r", 1, "s", "u", "In 2021 it trained 30 nurses.")))
    assert words_of(found, 0) == ["in", "it", "trained", "nurses"]


def test_pairs_are_of_neighbours():
    assert with_pairs(["a", "b", "c"]) == {"a", "b", "c", "a b", "b c"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They toured it.", "visit"),
        ("They learned the ropes there.", "training"),
        ("The ropes of the ship were new and they toured it.", "training"),
        ("Nothing of the kind is known.", "training"),
    ],
)
def test_the_weightiest_words_decide_and_the_bias_where_none_is_known(sentence, kind):
    assert likeliest(sentence, SMALL) == kind


@given(st.lists(st.sampled_from(sorted(weights().words)), max_size=30))
def test_chances_are_of_the_kinds_of_the_codebook_and_add_up_to_one(words):
    said = chances(words, weights())
    assert abs(sum(said.values()) - 1.0) < 1e-9
    assert len(said) == 13
    assert all(0.0 <= chance <= 1.0 for chance in said.values())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The company donated two hundred books to the pupils, free of charge.", "donation"),
        ("A memorandum of understanding was signed with the ministry.", "agreement"),
        ("Twenty nurses attended a training course on the new machines.", "training"),
    ],
)
def test_shipped_weights_know_plain_words(sentence, kind):
    assert likeliest(sentence, weights()) == kind
