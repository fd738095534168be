"""What holds for places of any text, and the count of countries in a text that every reader counts alike."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.extract.placed import document, places
from transforms.extract.mentions import ROLES
from transforms.extract.places import find_places

PIECES = """
china|China's|CHINA|Ghana,|ghana|and|Jordan|jordan|peele|(Georgia|Texas,|TX|Paris|paris|US|us|us$|u.s.|in|from|to|via|the|Inner|Mongolia|province
Niger|Nigeria|guinea-bissau|guinea|côte d’ivoire|www.kenya.org|-|--|,|.||\u00a0|2024|/PRNewswire/|March 3, 2021|Bank of|embassy|county
Western Region of|Hyderabad|punjab|state|'turkey'|Kitui's
"""
WORDS = st.sampled_from([*PIECES.strip().replace("\n", "|").split("|"), "\n"])


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40), st.booleans(), st.sampled_from([None, "CN", "US"]))
def test_mentions_lie_in_the_body_in_order_and_apart(words, cased, home):
    body = " ".join(words)
    end = 0
    for place in places(body, cased=cased, home=home):
        assert end <= place.start < place.end <= len(body)
        end = place.end


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40), st.booleans())
def test_every_mention_has_a_country_or_a_region_and_a_known_role(words, cased):
    for place in places(" ".join(words), cased=cased):
        assert (place.country is None) != (place.region is None)
        assert place.role in ("", *ROLES)
        assert place.admin1 is None or place.admin1[:2] == place.country
        assert place.strength in (1, 2, 3)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.booleans())
def test_any_text_can_be_read(body, cased):
    find_places(document(body, cased=cased))


LISTED = (
    "test kits went to more than 30 african countries and regions including algeria, egypt, angola, ethiopia, cameroon, botswana, chad "
    "and the democratic republic of the congo, and services to countries like tanzania, mali and mauritania"
)


def test_a_list_of_countries_is_read_whole():
    found = {place.country for place in places(LISTED, home="CN") if place.country and not place.role}
    assert found == {"DZ", "EG", "AO", "ET", "CM", "BW", "TD", "CD", "TZ", "ML", "MR"}
