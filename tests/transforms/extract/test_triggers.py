"""Clauses give acts of the right kind and mood."""

import pytest

from tests.transforms.extract.clauses import document
from transforms.extract.triggers import find_triggers

STRONGEST = {"finite": 3, "passive": 3, "participle": 2, "nominal": 1}


def strongest(body, **known):
    found = find_triggers(document(body, **known))
    return max(found, key=lambda t: (t.weight, STRONGEST[t.form], -t.start)) if found else None


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("The group provided training to 40 nurses.", "training"),
        ("The bank provided a loan of 3 million euros.", "finance"),
        ("the company donated 500 masks to the hospital.", "donation"),
        ("The firm opened a branch in Accra.", "investment"),
        ("The minister opened the hospital.", "completion"),
    ],
)
def test_the_object_decides_the_kind(clause, kind):
    assert strongest(clause).kind == kind
