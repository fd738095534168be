"""Hints speak where nothing firmer does, and beside what is firmer."""

import pytest

from transforms.extract.document import prepare
from transforms.extract.found import find
from transforms.release import Release


def found_in(sentence):
    return find(prepare(Release("r", 1, "s", "u", sentence)))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The minister cut the ribbon in Lusaka.", "completion"),
        ("The works bagged an order from Zenica.", "agreement"),
        ("The crew turned the first sod at Modjo.", "construction"),
        ("The pupils got it free, at no charge.", "donation"),
        ("The fitters learned the ropes in Brno.", "training"),
    ],
)
def test_a_hint_is_the_act_of_a_sentence_without_triggers_and_weighs_nothing_as_such(sentence, kind):
    found = found_in(sentence)
    assert kind in {act.kind for act in found.acts[0]}
    firm = {trigger.kind for trigger in found.triggers[0] if trigger.weight}
    assert firm or {trigger.weight for trigger in found.triggers[0]} == {0}


def test_hints_do_not_stand_among_the_triggers_of_a_sentence_that_has_some():
    found = found_in("The group signed a contract and cut the ribbon in Lusaka.")
    assert "agreement" in {trigger.kind for trigger in found.triggers[0]}
    assert "completion" not in {trigger.kind for trigger in found.triggers[0]}
    assert "completion" in {act.kind for act in found.acts[0]}


def test_a_sentence_without_words_for_acts_has_neither():
    found = found_in("The weather was mild and grey.")
    assert found.triggers[0] == []
    assert found.acts[0] == []
