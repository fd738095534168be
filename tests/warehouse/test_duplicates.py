"""Near duplicates in a store: only what is new is sketched and compared, and it does not matter in which runs it came."""

import random

import pytest

from tests.warehouse.ground import silent
from transforms.duplicates import sketch
from transforms.read.landed import Landed, Statement
from warehouse import contract, duplicates, landing, tables, upkeep

_ROAD = (
    "The company opened a road of {n} kilometres between two towns in the north on Monday. The minister cut the ribbon and thanked the "
    "workers, who had finished the last bridge in spite of heavy rain. Farmers will now reach the market in one hour."
)
_HOSPITAL = (
    "A hospital with {n} beds was handed over in the capital. Its doctors were trained abroad for half a year and brought home scanners "
    "that nobody had seen before. Patients from the villages pay what they can, the director said at the ceremony."
)
_BOOKS = (
    "Pupils of four schools received {n} books, desks and a stove for the winter. The donors had collected money by selling cakes at the "
    "gates of their factory. A choir sang, and the oldest teacher planted an apple tree in front of the library."
)
STORIES = (_ROAD, _HOSPITAL, _BOOKS)
ROAD, HOSPITAL, BOOKS = (story.format(n=12) for story in STORIES)


class Sketcher:
    """The real one, counted."""

    def __init__(self):
        self.sketched = []

    def __call__(self, batch):
        self.sketched += batch["body"].to_pylist()
        return sketch.sketch_batch(batch)


@pytest.fixture
def sketcher():
    return Sketcher()


@pytest.fixture
def find(connection, stage, sketcher):
    """Land texts by name, read, code, compare, and fill main.releases; the figures of comparing."""

    def run(source="s", version="1", **texts):
        items = [Landed(name, "text/plain", text.encode(), Statement(organisation="Acme")) for name, text in texts.items()]
        landing.land(connection, source, items)
        stage()
        done = duplicates.find(connection, sketcher, version, silent)
        upkeep.bring_up_to_date(connection, contract.load("main", "releases"), tables.model("main", "releases"))
        return done.sketched, done.pairs, done.near

    return run


def told(connection):
    """Current releases that are duplicates: file -> file of the original, basis, similarity."""
    select = (
        "select duplicate.source_uri, original.source_uri, duplicate.duplicate_basis, round(duplicate.duplicate_similarity, 2) "
        "from main.releases as duplicate inner join main.releases as original "
        "on original.release_id = duplicate.duplicate_of and original.is_current order by all"
    )
    return {row[0]: row[1:] for row in connection.execute(select).fetchall()}


def test_a_reprint_elsewhere_leads_to_the_first(connection, find):
    find(source="company", road=ROAD, hospital=HOSPITAL)
    find(source="paper", reprint=f"Home > News\n\n{ROAD}\n\nContact us\nTelephone 5", copy=HOSPITAL, own=BOOKS)
    assert told(connection) == {"reprint": ("road", "near", 1.0), "copy": ("hospital", "exact", 1.0)}


def test_only_new_texts_are_sketched_and_only_like_ones_compared(find, sketcher):
    assert find(road=ROAD, hospital=HOSPITAL, books=BOOKS) == (3, 0, 0)
    assert find(source="again", road=ROAD) == (0, 0, 0)
    assert find(source="paper", reprint=f"{ROAD} The work took two years.") == (1, 1, 1)
    assert len(sketcher.sketched) == 4
    assert find() == (0, 0, 1)


def test_another_version_sketches_all_again(find):
    find(road=ROAD, reprint=f"{ROAD} The work took two years.")
    assert find(version="2") == (2, 1, 1)


def test_what_is_current_no_more_leads_nowhere(connection, find):
    find(road=ROAD)
    find(source="paper", reprint=f"{ROAD} The work took two years.")
    assert told(connection) == {"reprint": ("road", "near", 1.0)}
    find(road=BOOKS)
    assert told(connection) == {}
    assert tables.count(connection, "staging.likenesses") == 0
    find(road=ROAD)
    assert set(told(connection)) == {"road"}


def test_a_duplicate_of_a_duplicate_leads_to_the_original(connection, find):
    later = f"{ROAD} The work took two years."
    find(source="a", first=ROAD)
    find(source="b", second=later)
    find(source="c", third=later)
    assert told(connection) == {"second": ("first", "near", 1.0), "third": ("first", "near", 1.0)}


def test_the_fuller_report_counts(connection, find):
    full = f"{ROAD} The road lies on a dam of stones, with two bridges for cattle. Its workers came from six villages nearby."
    find(source="a", short=ROAD.partition("Farmers")[0])
    find(
        source="b",
        full=f"{full} The road was paid for by the farmers, the state and a bank, which will get its money back from the market.",
    )
    assert {name: row[:2] for name, row in told(connection).items()} == {"short": ("full", "near")}


def test_texts_too_short_to_tell_are_compared_word_for_word(connection, find):
    find(a="Happy new year", b="Happy new year to all")
    find(source="later", c="Happy new year")
    assert told(connection) == {"c": ("a", "exact", 1.0)}


def likenesses(connection):
    return connection.execute("select one_text, other_text, likeness from staging.likenesses order by all").fetchall()


@pytest.mark.parametrize("seed", range(3))
def test_runs_and_batches_do_not_matter(connection, find, monkeypatch, seed):
    chance = random.Random(seed)
    versions = [story.format(n=n) for story in STORIES for n in (12, 13)]
    texts = {f"t{i}": f"{chance.choice(versions)} Seen {i // 2} times." for i in range(24)}
    for name in sorted(texts, key=lambda _: chance.random()):
        find(source=name, **{name: texts[name]})
    step_by_step, chosen = likenesses(connection), told(connection)
    for table in ("sketches", "likenesses", "originals"):
        connection.execute(f"delete from staging.{table}")
    monkeypatch.setattr(duplicates, "BATCH", chance.randint(1, 30))
    find()
    assert likenesses(connection) == step_by_step
    assert told(connection) == chosen
    assert len(chosen) >= 15


def test_a_form_letter_sent_often_is_not_compared_each_with_each(find, monkeypatch):
    monkeypatch.setattr(duplicates, "MOST_IN_A_BAND", 3)
    sent, compared, near = find(**{f"letter{i}": f"{ROAD} Copy {i}." for i in range(60)})
    assert (sent, near) == (60, 59)
    assert compared < 60 * 59 / 4


def test_a_failure_between_sketch_and_verdict_leaves_neither(connection, find, monkeypatch):
    def fail(*_):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(duplicates, "likeness", fail)
        with pytest.raises(RuntimeError):
            find(road=ROAD, reprint=f"{ROAD} The work took two years.")
    assert tables.count(connection, "staging.sketches") == 0
    assert find() == (2, 1, 1)
