"""Clauses give acts of the right kind, mood, status and subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.extract.clauses import document
from transforms.extract.triggers import find_triggers

FORMS = {"finite": 3, "passive": 3, "participle": 2, "nominal": 1}
KINDS = {
    "agreement", "construction", "completion", "supply", "donation", "service", "training", "investment", "finance", "event", "visit",
    "research", "other",
}  # fmt: skip
MOODS = {"fact", "planned", "ongoing", "negated", "hypothetical", "wished", "reported"}
CLAUSES = [
    ("The firm provided training to 40 nurses.", "training"),
    ("The bank provided a loan of 3 million euros.", "finance"),
    ("The plant supplied the ministry with 40 buses.", "supply"),
    ("The company donated 500 masks to the clinic.", "donation"),
    ("The chain opened a branch in Accra.", "investment"),
    ("The president opened the hospital on Monday.", "completion"),
    ("A new bridge was opened to traffic in May.", "completion"),
    ("The start-up launched a new app for farmers.", "research"),
    ("The contractor launched works on the ring road.", "construction"),
    ("The builder delivered 30 buses to the city.", "supply"),
    ("The school delivered a course in welding.", "training"),
    ("Both sides signed a framework agreement.", "agreement"),
    ("A memorandum of understanding was signed in Lusaka.", "agreement"),
    ("The bureau won a contract for a dam.", "agreement"),
    ("The author won an award for her work.", "other"),
    ("The bank signed a loan agreement with the utility.", "finance"),
    ("The utility has been awarded a contract to build two lines.", "agreement"),
    ("Workers broke ground on the stadium.", "construction"),
    ("The groundbreaking ceremony took the whole morning.", "construction"),
    ("The road is under construction.", "construction"),
    ("They are building a dam in the north.", "construction"),
    ("Crews rehabilitated 40 kilometers of road.", "construction"),
    ("The team installed solar panels on the roof.", "construction"),
    ("Engineers renovated the old theatre.", "construction"),
    ("The station has been completed.", "completion"),
    ("The first unit was connected to the grid.", "completion"),
    ("The refinery came on stream last week.", "completion"),
    ("The keys were handed over to the families at the handover ceremony.", "completion"),
    ("The mill was put into operation in June.", "completion"),
    ("The minister inaugurated the waterworks.", "completion"),
    ("The factory exported 300 tractors to Peru.", "supply"),
    ("Twenty trucks were shipped to Beira.", "supply"),
    ("The first batch of vaccines was delivered.", "supply"),
    ("The foundation gave the school 200 desks.", "donation"),
    ("The club raised funds for the orphanage.", "donation"),
    ("Volunteers handed out blankets.", "donation"),
    ("The bank sponsored the city marathon.", "donation"),
    ("Pupils received books and pens from the company.", "donation"),
    ("A medical team treated 300 patients.", "service"),
    ("The hospital sent a team of doctors to the island.", "service"),
    ("The operator runs and maintains the network.", "service"),
    ("Rescuers evacuated 300 villagers.", "service"),
    ("The company trained 90 welders.", "training"),
    ("A workshop for nurses was held in Kigali.", "training"),
    ("The fund offers scholarships to engineers.", "training"),
    ("Thirty teachers were trained in coding.", "training"),
    ("The group acquired a majority stake in the brewer.", "investment"),
    ("The group set up a subsidiary in Chile.", "investment"),
    ("The company bought a competitor in Norway.", "investment"),
    ("The two firms formed a joint venture.", "investment"),
    ("It invested 5 million euros in a new plant.", "investment"),
    ("The carmaker entered the Kenyan market.", "investment"),
    ("The bank lent the city 30 million euros.", "finance"),
    ("The board approved a loan for the port.", "finance"),
    ("The project is financed by a syndicate of lenders.", "finance"),
    ("The fund granted a credit line to the bank.", "finance"),
    ("The bank extended a loan to the port.", "finance"),
    ("The company exhibited its trucks at the fair.", "event"),
    ("The chamber hosted a forum on trade.", "event"),
    ("The museum held an exhibition of maps.", "event"),
    ("The club took part in the contest.", "event"),
    ("The conference took place in Geneva.", "event"),
    ("The minister visited the site.", "visit"),
    ("The chairman met with the ambassador.", "visit"),
    ("A delegation toured the port.", "visit"),
    ("The governor held talks with the board.", "visit"),
    ("The president inspected the works.", "visit"),
    ("The laboratory tested a new valve.", "research"),
    ("The firm introduced a new series of pumps.", "research"),
    ("The institute conducted a study of soils.", "research"),
    ("The firm started a clinical trial.", "research"),
    ("The regulator approved the new drug candidate.", "research"),
    ("The board appointed a new chairman.", "other"),
    ("The plant was put up by a local firm.", "construction"),
    ("The embassy handed over the school to the village.", "completion"),
    ("The harbour was dredged.", "construction"),
    ("The line was laid in ten months; tracks were laid by hand.", "construction"),
    ("It supplied, installed and tested the turbines.", "supply"),
    ("The road was rebuilt by soldiers.", "construction"),
    ("Four wells were dug by the villagers.", "construction"),
    ("The store opened its doors in March.", "investment"),
    ("The gift of 40 tents came by air.", "donation"),
    ("The courtesy call lasted an hour.", "visit"),
    ("The acquisition of the brewer was long in coming.", "investment"),
]
MOODS_OF = [
    ("The company built a dam.", "build", "fact", "completed"),
    ("The company has built a dam.", "build", "fact", "completed"),
    ("The dam was built by the company.", "build", "fact", "completed"),
    ("The dam has been built.", "build", "fact", "completed"),
    ("The company is building a dam.", "build", "ongoing", "ongoing"),
    ("The company has been building a dam.", "build", "ongoing", "ongoing"),
    ("A dam is being built.", "build", "ongoing", "ongoing"),
    ("It began building a dam.", "build", "ongoing", "ongoing"),
    ("It continues to build a dam.", "build", "ongoing", "ongoing"),
    ("The company will build a dam.", "build", "planned", "planned"),
    ("The company will soon build a dam.", "build", "planned", "planned"),
    ("The company plans to build a dam.", "build", "planned", "planned"),
    ("The company is to build a dam.", "build", "planned", "planned"),
    ("A dam is to be built.", "build", "planned", "planned"),
    ("A dam will be built.", "build", "planned", "planned"),
    ("It has agreed to build a dam.", "build", "planned", "planned"),
    ("It will design and build a dam.", "build", "planned", "planned"),
    ("It will design, build and equip the clinic.", "build", "planned", "planned"),
    ("It is scheduled to be built.", "build", "planned", "planned"),
    ("The company did not build a dam.", "build", "negated", ""),
    ("The company didn't build a dam.", "build", "negated", ""),
    ("The dam was not built.", "build", "negated", ""),
    ("The dam was never built.", "build", "negated", ""),
    ("The company has not yet built a dam.", "build", "negated", ""),
    ("It failed to build a dam.", "build", "negated", ""),
    ("It will not build a dam.", "build", "negated", ""),
    ("The company could build a dam.", "build", "hypothetical", ""),
    ("A dam might be built there.", "build", "hypothetical", ""),
    ("It is able to build a dam.", "build", "hypothetical", ""),
    ("If it built a dam, all would gain.", "build", "hypothetical", ""),
    ("It hopes to build a dam.", "build", "wished", ""),
    ("Countries should build dams.", "build", "wished", ""),
    ("Dams must be built.", "build", "wished", ""),
    ("It wants to build a dam.", "build", "wished", ""),
    ("It helped to build a dam.", "build", "fact", "completed"),
    ("It helped build a dam.", "build", "fact", "completed"),
    ("The firm reportedly built a dam.", "build", "reported", ""),
    ("The hospital donated masks.", "donat", "fact", "completed"),
    ("They have jointly trained nurses.", "train", "fact", "completed"),
    ("The operator provides consulting services.", "provid", "fact", "ongoing"),
    ("We started construction in May.", "started", "fact", "ongoing"),
]
BLOCKED = [
    "The water supply failed.",
    "Please visit our website.",
    "This press release is old.",
    "He works for a construction company.",
    "It is an investment bank.",
    "It has a research institute.",
    "The supply chain is long.",
    "The train sets are red.",
    "The training centre is red.",
    "The service area is wide.",
    "In order to win, they ran.",
    "The finance minister smiled.",
    "It has a long track record.",
    "The building is tall.",
    "The plant of the year is red.",
    "Forward-looking statements are risky.",
]


def heard(body, **known):
    return find_triggers(document(body, **known))


def strongest(found):
    return max(found, key=lambda t: (t.weight, FORMS[t.form], -t.start), default=None)


@pytest.mark.parametrize(("clause", "kind"), CLAUSES)
@pytest.mark.parametrize("change", [str, str.lower])
def test_the_strongest_act_of_a_clause_has_its_kind(clause, kind, change):
    assert strongest(heard(change(clause))).kind == kind


@pytest.mark.parametrize(("clause", "stem", "mood", "status"), MOODS_OF)
def test_the_verb_group_gives_mood_and_status(clause, stem, mood, status):
    act = next(t for t in heard(clause) if clause.lower().startswith(stem[:4], t.start))
    assert (act.mood, act.status) == (mood, status)


@pytest.mark.parametrize("clause", BLOCKED)
@pytest.mark.parametrize("change", [str, str.lower])
def test_compounds_are_no_acts(clause, change):
    assert heard(change(clause)) == []


@pytest.mark.parametrize(
    ("clause", "form"),
    [
        ("The company built a dam.", "finite"),
        ("The dam was quickly built.", "passive"),
        ("A dam built by the company collapsed.", "participle"),
        ("The handover lasted an hour.", "nominal"),
        ("It gained by building dams.", "participle"),
    ],
)
def test_the_form_of_an_act(clause, form):
    assert heard(clause)[0].form == form


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("We built a dam.", "own"),
        ("The company built a dam.", "own"),
        ("Acme built a dam.", "own"),
        ("The dam was built by Acme.", "own"),
        ("The dam was built by soldiers.", "other"),
        ("Our team donated a clinic.", "own"),
        ("Soldiers built a dam.", ""),
        ("The government built a dam.", "other"),
        ("Acme Machinery Group built a dam.", "own"),
        ("Acme said on Monday last week in Lomé that the ministry built a dam.", "other"),
    ],
)
def test_the_reporting_organisation_is_the_subject_or_not(clause, subject):
    assert heard(clause, organisations=("Acme Dams Ltd",))[0].subject == subject


def test_the_object_of_an_act_is_marked():
    body = "The company donated 500 masks to the clinic."
    act = next(t for t in heard("The company gave 500 masks to the clinic."))
    assert "masks" in "The company gave 500 masks to the clinic."[act.object_start : act.object_end]
    assert heard(body)[0].object_start == -1


def test_works_promised_may_be_the_agreement():
    kinds = [t.kind for t in heard("The company will build an airport.")]
    assert kinds[0] == "construction"
    assert "agreement" in kinds


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_acts(text):
    for act in heard(text):
        assert 0 <= act.start < act.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            "the company will not was been built building donated to a hospital and if hopes by we supply training . , on it".split()  # noqa: SIM905 - read as a sentence
        ),
        max_size=30,
    )
)
def test_any_words_give_acts_of_known_kind_and_mood_in_order(words):
    found = heard(" ".join(words))
    assert [t.start for t in found] == sorted(t.start for t in found)
    assert all(t.kind in KINDS and t.mood in MOODS and t.form in FORMS and 1 <= t.weight <= 3 for t in found)
