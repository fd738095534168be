"""Paragraphs and their roles, in any shape of plain text."""

import pytest

from transforms.extract.document import prepare
from transforms.release import Release

LEAD = "The company opened a new hospital in Ghana on Monday, and more than two hundred guests came to see it."


def prepared(body, **more):
    return prepare(Release("r", 1, "s", "u", body, **more))


def roles(body):
    doc = prepared(body)
    return [(body[s.start : s.end], s.role) for s in doc.sentences]


def test_the_first_paragraph_of_prose_is_the_lead():
    assert roles(f"News\n\n{LEAD}\n\nIt has 200 beds.") == [("News", "heading"), (LEAD, "lead"), ("It has 200 beds.", "body")]


def test_menu_words_are_set_aside():
    assert roles(f"< back\n\npress center\n\n{LEAD}")[:2] == [("< back", "boilerplate"), ("press center", "boilerplate")]


def test_an_about_section_runs_to_the_next_heading():
    body = f"{LEAD}\n\nAbout Acme\n\nAcme builds roads in Benin.\n\nIt is old.\n\nFurther plans\n\nA road follows."
    assert [role for _, role in roles(body)] == ["lead", *["boilerplate"] * 3, "heading", "body"]


def test_about_with_a_number_is_news():
    assert roles(f"{LEAD}\n\nAbout 300 people were trained.")[-1][1] == "body"


@pytest.mark.parametrize(
    "tail",
    [
        "For more information, visit www.example.org.",
        "Media Contact:\nJane Doe\njane@example.org",
        "Forward-looking statements in this release are subject to risks.",
        "https://www.example.org/news",
        "![](https://img.example.org/1.png)",
        "By Jane Doe, Example Wire",
        "Copyright 2024 Acme. All rights reserved.",
    ],
)
def test_what_is_no_news_is_set_aside(tail):
    assert {role for _, role in roles(f"{LEAD}\n\n{tail}")[1:]} == {"boilerplate"}


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The company has handed over a hospital with two hundred\nbeds to the ministry of health of Ghana, and its staff\nwere trained."
    )
    assert len(prepared(wrapped).sentences) == 1


def test_bullets_stay_apart():
    body = f"{LEAD}\n\n- a school in Benin\n- a road in Togo"
    assert [text for text, _ in roles(body)][1:] == ["- a school in Benin", "- a road in Togo"]


def test_two_spaces_split_a_long_line_into_paragraphs():
    body = f"{LEAD}  The second paragraph says more. It is longer.  The third one ends it. It does so here. Really, it does."
    assert len(prepared(body).paragraphs) == 3


def test_two_spaces_after_each_full_stop_do_not():
    body = ("One sentence stands here.  " * 12).strip()
    assert len(prepared(body).paragraphs) == 1


def test_sentences_know_the_heading_above_them():
    doc = prepared(f"{LEAD}\n\nKenya: the flood\n\nThe dyke was made higher.")
    heading = doc.paragraphs[doc.sentences[-1].paragraph].heading
    assert doc.release.body[slice(*doc.paragraphs[heading][:2])] == "Kenya: the flood"


@pytest.mark.parametrize(("body", "cased"), [(LEAD, True), (LEAD.lower(), False), ("SHOUTED ALL ALONG", False), ("", False)])
def test_a_body_without_capitals_is_not_cased(body, cased):
    assert prepared(body).cased is cased
