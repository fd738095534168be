"""What holds for every release, whatever its text."""

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extract.assemble import extract
from transforms.extract.batch import INPUT, OUTPUT, extract_batch, extractor_version
from transforms.release import Release

BODY = (
    "The group handed over a hospital with 200 beds to the ministry of health in Accra, Ghana, on March 3, 2021.\n\n"
    "It also signed a contract worth $30 million for a road in Benin on the same day.\n\n"
    "In Kenya 40 teachers were trained in May 2020."
)
RELEASE = Release("r1", 1, "s", "u", BODY, None, ("Acme",), "CN", "en", date(2021, 3, 5), "manifest")
WORDS = [*BODY.split(), "\n\n", "§", "\x00", "“", "١٢", "ﬀ", "𝕏", "\u202e", "signed", "built", "$", "(", "in", "China", "2020", "- "]


def assert_evidence_stands_in_the_body(release, rows):
    for row in rows:
        assert release.body[row.evidence_start : row.evidence_end] == row.evidence
        assert row.evidence.strip()
        assert 0 <= row.confidence <= 1


def batch(*releases):
    rows = [{name: getattr(r, name) for name in INPUT.names} | {"organisations": list(r.organisations)} for r in releases]
    return pa.RecordBatch.from_pylist(rows, schema=INPUT)


def test_activities_are_found_with_country_kind_and_evidence():
    rows = extract(RELEASE)
    assert {"GH", "BJ", "KE"} <= {row.country for row in rows}
    assert_evidence_stands_in_the_body(RELEASE, rows)


def test_the_same_release_gives_the_same_rows():
    assert extract(RELEASE) == extract(RELEASE)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=600))
def test_no_text_breaks_extraction(body):
    release = replace(RELEASE, body=body)
    assert_evidence_stands_in_the_body(release, extract(release))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=80), st.sampled_from([None, "CN", "GH"]))
def test_no_mixture_of_words_and_signs_breaks_extraction(words, home):
    release = replace(RELEASE, body=" ".join(words), home_country=home, published_on=None)
    assert_evidence_stands_in_the_body(release, extract(release))


@pytest.mark.parametrize("body", ["", " ", "\n\n\n", "a" * 100_000, "in Ghana " * 5000, ".\n" * 3000, "(" * 2000, "$" * 2000])
def test_odd_bodies_give_no_error(body):
    release = replace(RELEASE, body=body)
    assert_evidence_stands_in_the_body(release, extract(release))


def test_a_release_in_another_language_gives_nothing():
    french = (
        "Le groupe a inauguré un hôpital à Accra, au Ghana, et il a signé un contrat pour une route au Bénin avec le gouvernement. " * 4
    )
    assert extract(replace(RELEASE, body=french, language=None)) == []
    assert extract(replace(RELEASE, language="fr")) == []


def test_a_batch_gives_the_rows_of_its_releases_whatever_stands_beside_them():
    other = replace(RELEASE, release_id="r2", body="The company opened a school in Peru in 2019.")
    alone = extract_batch(batch(RELEASE))
    both = extract_batch(batch(other, RELEASE))
    assert alone.schema == OUTPUT
    assert [row for row in both.to_pylist() if row["release_id"] == "r1"] == alone.to_pylist()


def test_a_batch_of_nothing_is_a_batch():
    assert extract_batch(batch()).num_rows == 0


def test_the_version_names_code_and_data():
    generation, _, digest = extractor_version().partition("-")
    assert generation.isdigit()
    assert len(digest) == 8
