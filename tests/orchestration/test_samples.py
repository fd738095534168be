"""The bundled releases, built as a person builds them: the answers of QUERIES.md are true, and nothing in the file is without words."""

import pytest

from orchestration.build import build
from tests.orchestration.ground import forget
from warehouse import golden, queries, views
from warehouse.connect import Warehouse, open_snapshot


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """The published file of the bundled releases, by the real coder; its score is measured elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        forget(patch.setattr)
        labelled = golden.labelled()[:2]
        patch.setattr("warehouse.golden.labelled", lambda: labelled)
        built = build([golden.SAMPLES], Warehouse(tmp_path_factory.mktemp("samples")))
    with open_snapshot(built.path) as connection:
        yield connection


def test_the_written_answers_are_the_current_ones(samples):
    assert queries.PATH.read_text(encoding="utf-8") == queries.document(samples), "run: make queries"


def test_there_are_twenty_questions_and_all_are_asked_as_questions():
    assert len(queries.questions()) >= 20
    assert all(question.words.endswith("?") for question in queries.questions())


@pytest.mark.parametrize("question", queries.questions(), ids=lambda question: question.words)
def test_a_question_has_an_answer_that_does_not_depend_on_chance(samples, question):
    first = samples.execute(question.select).fetchall()
    samples.execute("set threads = 1")
    assert first == samples.execute(question.select).fetchall()
    samples.execute("reset threads")


def test_nothing_in_the_published_file_is_without_a_comment(samples):
    assert samples.execute("from dictionary where coalesce(meaning, '') = ''").fetchall() == []
    assert samples.execute("select count(*) > 150 from dictionary").fetchall() == [(True,)]


@pytest.mark.parametrize("macro", views.all_macros(), ids=lambda macro: macro.name)
def test_the_example_of_every_macro_finds_something(samples, macro):
    assert samples.execute(macro.example).fetchall()


def test_every_axis_adds_up_to_the_ledger(samples):
    expected = samples.execute("select activities from snapshot").fetchall()
    for axis in ("country", "continent", "region", "sector", "kind", "month", "year", "organisation"):
        assert samples.execute(f"select sum(activities) from top('{axis}', n := 100000)").fetchall() == expected


def test_views_neither_lose_nor_double_a_row(samples):
    pairs = (("activities", "activities_named"), ("releases where is_current", "releases_named"))
    for table, view in pairs:
        assert samples.execute(f"select (select count(*) from {table}) - (select count(*) from {view})").fetchall() == [(0,)]
