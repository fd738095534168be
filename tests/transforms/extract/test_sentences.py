"""Sentences, in normal and in lower case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.document import prepare
from transforms.release import Release


def cut(body):
    return [body[s.start : s.end] for s in prepare(Release("r", 1, "s", "u", body)).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["the expo opened on sept. 26.", "yang jiechi attended it."],
        ['"we like it," he said.', "then he left."],
        ["he stayed at no. 5 high street.", "nobody knew."],
        ["dr. li of acme co., ltd. came.", "he spoke."],
        ["it costs $1.2 million.", "that is much."],
        ["the u.s. embassy sent a note.", "it came late."],
        ["Is it so?", "Yes!", "It is."],
        ["He met J\xa0. Smith.", "They spoke."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert cut(" ".join(parts)) == parts


@given(st.text(max_size=400))
def test_sentences_lie_in_order_inside_the_body_without_space_around_them(body):
    doc = prepare(Release("r", 1, "s", "u", body))
    last = 0
    for sentence in doc.sentences:
        assert last <= sentence.start < sentence.end <= len(body)
        assert body[sentence.start : sentence.end] == body[sentence.start : sentence.end].strip()
        last = sentence.end
