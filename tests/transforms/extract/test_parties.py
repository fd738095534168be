"""Organisations are found by the grammar of their names, and the reporting one by its own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.clauses import document
from transforms.extract.parties import find_parties, own_starts
from transforms.extract.self_names import self_names

NAMED = [
    ("a contract signed with the Ministry of Water and Energy in May", "Ministry of Water and Energy", "partner"),
    ("a contract signed with the ministry of water in may", "ministry of water", "partner"),
    ("masks were given to the University of Lagos last week", "University of Lagos", "recipient"),
    ("it was given to makerere university last week", "makerere university", "recipient"),
    ("It was financed by the African Development Bank in 2020", "African Development Bank", "lender"),
    ("It signed an agreement with Delta Power Ltd yesterday", "Delta Power Ltd", "partner"),
    ("It was awarded by Transnet in a tender", "Transnet", "client"),
    ("A loan from Standard Chartered made it possible", "Standard Chartered", "lender"),
    ("the road was built by Sinohydro in two years", "Sinohydro", "agent"),
    ("the government of ghana paid for it", "government of ghana", ""),
    ("the Municipality of Lublin paid for it", "Municipality of Lublin", ""),
    ("the masks went to delta power co., ltd. in may", "delta power co., ltd", "recipient"),
    ("the UNICEF office helped", "UNICEF", ""),
]


@pytest.mark.parametrize(("body", "name", "role"), NAMED)
def test_an_organisation_is_named_in_its_role(body, name, role):
    assert (name, role) in [(party.name, party.role) for party in find_parties(document(f"{body}."))]


@pytest.mark.parametrize(
    "body", ["the group met.", "it was built by hand.", "a bank of the river.", "He signed with a pen.", "They talked with Dr. Who."]
)
def test_common_words_are_no_organisation(body):
    assert find_parties(document(body)) == []


@pytest.mark.parametrize(
    ("organisations", "names"),
    [
        (("Acme Dams Ltd",), ("acme dams ltd", "acme dams", "acme")),
        (("Genertec / Genertec Meheco",), ("genertec meheco", "genertec")),
        (("China Harbour (CHEC)",), ("china harbour", "chec")),
        (("Custos Energy (Pty) Ltd.",), ("custos energy", "custos")),
        (("The World Forum",), ("world forum",)),
    ],
)
def test_the_manifest_gives_the_own_names_with_their_short_forms(organisations, names):
    assert self_names(document("text", organisations)) == names


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Good news.\n\nAbout Acme Dams\n\nAcme builds.", "acme dams"),
        ("good news.\n\nabout acme dams\n\nacme builds.", "acme dams"),
        ("PARIS, May 3 - Delta Power, a maker of pumps, today announced a new pump.", "delta power"),
    ],
)
def test_without_a_manifest_the_text_names_the_organisation(body, name):
    assert name in self_names(document(body))


@pytest.mark.parametrize("body", ["a road was built.", "About us\n\nWe build.", ""])
def test_where_nothing_names_it_there_is_no_name(body):
    assert self_names(document(body)) == ()


def test_own_names_and_we_are_the_organisation():
    body = "Acme built it. Then we left, and the company closed; acmeist poets stayed."
    assert own_starts(document(body, ("Acme",))) == [0, body.index("we left"), body.index("the company")]


def test_a_longer_form_of_the_own_name_is_own():
    parties = find_parties(document("The dam of Steadfast Minerals Inc is new.", ("Steadfast",)))
    assert [(p.name, p.own) for p in parties] == [("Steadfast Minerals Inc", True)]


@given(st.text(alphabet=st.sampled_from("Ministry of bank university with signed Acme Ltd.,\n ABC"), max_size=120))
def test_any_text_gives_disjoint_parties_whose_name_stands_there(text):
    parties = find_parties(document(text, ("Acme",)))
    assert all(text[p.start : p.end] == p.name for p in parties)
    assert all(a.end <= b.start for a, b in pairwise(parties))


@given(st.text(max_size=200), st.text(max_size=20))
def test_no_text_and_no_name_breaks_the_reading_of_parties(text, name):
    find_parties(document(text, (name,)))
