"""English forms by rule and by exception."""

import pytest

from transforms.extract.inflect import plurals, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("build", {"build": "b", "builds": "s", "building": "g", "built": "dn"}),
        ("donate", {"donate": "b", "donates": "s", "donating": "g", "donated": "dn"}),
        ("ship", {"ship": "b", "ships": "s", "shipping": "g", "shipped": "dn"}),
        ("supply", {"supply": "b", "supplies": "s", "supplying": "g", "supplied": "dn"}),
        ("give", {"give": "b", "gives": "s", "giving": "g", "gave": "d", "given": "n"}),
        ("visit", {"visit": "b", "visits": "s", "visiting": "g", "visited": "dn"}),
        ("train", {"train": "b", "trains": "s", "training": "g", "trained": "dn"}),
        ("launch", {"launch": "b", "launches": "s", "launching": "g", "launched": "dn"}),
        ("deploy", {"deploy": "b", "deploys": "s", "deploying": "g", "deployed": "dn"}),
        ("put up", {"put up": "bdn", "puts up": "s", "putting up": "g"}),
        ("hand over", {"hand over": "b", "hands over": "s", "handing over": "g", "handed over": "dn"}),
    ],
)
def test_a_verb_has_its_forms(verb, forms):
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("factory", ("factory", "factories")),
        ("bus", ("bus",)),
        ("branch", ("branch", "branches")),
        ("loan", ("loan", "loans")),
        ("museum", ("museum", "museums")),
        ("highway", ("highway", "highways")),
    ],
)
def test_a_noun_has_its_plural(noun, forms):
    assert plurals(noun) == forms
