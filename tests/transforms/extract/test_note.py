"""A note is a text of a few sentences."""

from transforms.extract.document import prepare
from transforms.extract.note import is_note
from transforms.release import Release


def doc(body):
    return prepare(Release("r", 1, "s", "u", body, language="en"))


def test_a_heading_and_a_paragraph_are_a_note():
    assert is_note(doc("Road opened in Ghana\n\nThe company opened the road on Monday."))


def test_many_paragraphs_or_many_sentences_are_none():
    assert not is_note(doc("\n\n".join(["The company opened a road."] * 9)))
    assert not is_note(doc("The company opened a road. " * 20))
