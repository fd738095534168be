"""The page's furniture goes, the text stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.clean import clean, heading, one_line

BODY = "Kenya opens a new road\nThe company opened a road of 12 km in Kenya on Sept 26.\nIt cost 3 million dollars."
FURNITURE = [
    "< back",
    "« Retour",
    "press center",
    "Back to News",
    "back to the list",
    "Home > News > Group News",
    "you are here: home > press releases",
    "Previous: Working conference on safety",
    "Next: None",
    "Share  Print  Aa  A+",
    "[Print] [Close]",
    "Font size: small medium large",
    "Views: 1,234",
    "views 1234",
    "Share | Tweet | Email",
    "***",
    "Download as PDF",
]
NOT_FURNITURE = [
    "Print industry fair opens in Nairobi",
    "Download speeds double in Ghana",
    "Next-generation power plant opens in Egypt",
    "Previous contracts were renewed in Togo",
    "Back to school: 500 kits given in Mali",
    "Views of farmers were heard in Peru",
    "Share capital raised in Chad",
    "Hits the road again: 300 buses for Accra",
    "On Sept 26 the company opened a road in Kenya.",
]


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("where", ["{line}\n\n{body}", "{body}\n\n{line}"])
def test_furniture_goes_from_head_and_tail(line, where):
    assert clean(where.format(line=line, body=BODY)) == BODY


@pytest.mark.parametrize("line", NOT_FURNITURE)
@pytest.mark.parametrize("where", ["{line}\n\n{body}", "{body}\n\n{line}"])
def test_a_line_of_text_is_no_furniture(line, where):
    assert clean(where.format(line=line, body=BODY)) == where.format(line=line, body=BODY)


def test_a_long_menu_goes_whole():
    assert clean("home\n" * 40 + BODY) == BODY


def test_words_of_menus_inside_the_text_stay():
    assert clean(f"{BODY}\nPress Center\n{BODY}") == f"{BODY}\nPress Center\n{BODY}"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five\x0csix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\tb  c", "a b c"),
        ("end.  Next", "end.  Next"),
        ("co\u00adoperation zero\u200bwidth \u202edirection\u202c", "cooperation zerowidth direction"),
        ("half \ud83d of a pair", "half of a pair"),
        ("a  \n \n\u00a0\n\n\nb", "a\n\nb"),
        ("NUL\x00 and \x1b escape", "NUL and escape"),
    ],
)
def test_line_ends_spaces_and_invisible_characters(text, body):
    assert clean(text) == body


LINES = st.lists(
    st.sampled_from([*FURNITURE, *NOT_FURNITURE, "", "  ", "text\tand  more", "Share:  this"]) | st.text(max_size=30), max_size=14
)


@given(LINES.map("\n".join) | st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(LINES)
def test_no_line_of_text_is_lost(lines):
    kept = clean("\n".join(lines)).split("\n")
    assert [line for line in kept if line in NOT_FURNITURE] == [line for line in lines if line in NOT_FURNITURE]


@given(st.text())
def test_a_body_can_be_stored(text):
    body = clean(text)
    assert body == body.strip()
    assert "\r" not in body
    body.encode("utf-8")
    assert one_line(text).encode("utf-8") is not None


@pytest.mark.parametrize(
    "unit", [" ", "\t", "\n", "\u00a0", "<", "> ", "a >", "« ", "print ", "[", "back to ", "you are here:", "views:", "\r", ". "]
)
def test_cleaning_takes_time_in_proportion_to_the_text(unit):
    for text in (unit * (100_000 // len(unit)), "x" + unit * (100_000 // len(unit)) + "x"):
        clean(text)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (BODY, "Kenya opens a new road"),
        ("# Road opened\nThe company opened a road in Kenya.", "Road opened"),
        ("The company opened a road.\nMore text follows here.", None),
        ("Only a line", None),
        ("x" * 300 + "\n" + "y" * 400, None),
        ("", None),
    ],
)
def test_the_first_line_is_a_title_where_it_reads_as_one(body, title):
    assert heading(body) == title
