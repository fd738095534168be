"""sources.toml: what it may hold, and one clear line for what it may not."""

import dagster as dg
import pytest

from orchestration import sources
from orchestration.source_keys import is_cron
from orchestration.sources import DEFAULT_FILE, SourcesError, load, pick

GOOD = """
[politeness]
contact = "a@example.org"
delay_seconds = 3
[[source]]
id = "acme"
kind = "feed"
location = "https://www.example.org/rss"
organisation = "Acme Corporation"
aliases = ["Acme", "ACME"]
subsidiaries = ["Acme Rail"]
home_country = "KE"
language = "en"
schedule = "0 6 * * 1-5"
[source.politeness]
concurrency = 2
[source.refetch]
newest = 7
[[source]]
id = "old"
kind = "folder"
location = "releases"
active = false
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        (tmp_path / "sources.toml").write_text(text)
        return tmp_path / "sources.toml"

    return write


def test_a_source_is_read_with_what_is_said_for_all(written):
    acme, old = load(written(GOOD))
    assert (acme.id, acme.kind, acme.is_web, acme.active, acme.schedule) == ("acme", "feed", True, True, "0 6 * * 1-5")
    assert acme.organisations == "Acme Corporation; Acme; ACME; Acme Rail"
    assert (acme.politeness.delay_seconds, acme.politeness.concurrency, acme.politeness.contact) == (3, 2, "a@example.org")
    assert (acme.refetch.newest, acme.refetch.after_days) == (7, 30)
    assert (old.politeness.concurrency, old.active, old.organisations) == (1, False, None)


def test_a_path_is_seen_from_the_file(written, tmp_path):
    assert load(written(GOOD))[1].location == str(tmp_path / "releases")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id = "acme"', "", "source number 1: id: is missing; expected a short name of small letters, digits, - . and _"),
        ('id = "acme"', 'id = "Acme Corp"', "source 'Acme Corp': id: is 'Acme Corp', expected a short name"),
        ('id = "old"', 'id = "acme"', "source 'acme': id: there are two sources of this name"),
        (
            'kind = "feed"',
            'kind = "feeds"',
            "source 'acme': kind: is 'feeds', expected one of folder, feed, sitemap, index, jsonl, parquet, warc",
        ),
        ('kind = "feed"', 'kind = "feeds"', "did you mean 'feed'?"),
        ('kind = "feed"', 'knd = "feed"', "source 'acme': knd: is not known; did you mean 'kind'?"),
        (
            "https://www.example.org/rss",
            "ftp://example.org/rss",
            "source 'acme': location: is 'ftp://example.org/rss', expected a web address",
        ),
        ('"releases"', '"https://example.org/"', "source 'old': location: is 'https://example.org/', expected a path on this machine"),
        ('"KE"', '"XY"', "source 'acme': home_country: is 'XY', expected an ISO 3166-1 code such as KE"),
        ('"en"', '"English"', "source 'acme': language: is 'English', expected an ISO 639 code such as en"),
        ("0 6 * * 1-5", "at six", "source 'acme': schedule: is 'at six', expected five fields of cron such as"),
        ('"Acme Corporation"', '"Acme / Rail"', "source 'acme': organisation: is 'Acme / Rail', expected a name without"),
        ('"Acme Corporation"', "5", "source 'acme': organisation: is 5, expected a name"),
        ('organisation = "Acme Corporation"', "", "source 'acme': organisation: is missing"),
        ('["Acme", "ACME"]', '"Acme"', "source 'acme': aliases: is 'Acme', expected a list of names"),
        ("active = false", 'active = "no"', "source 'old': active: is 'no', expected true or false"),
        ("concurrency = 2", "concurrency = 0", "source 'acme': politeness.concurrency: is 0, expected a whole number, 1 to 8"),
        ("concurrency = 2", "concurency = 2", "source 'acme': politeness.concurency: is not known; did you mean 'concurrency'?"),
        ("delay_seconds = 3", 'delay_seconds = "3"', "politeness.delay_seconds: is '3', expected seconds, 0 to 3600"),
        ('contact = "a@example.org"', "", "source 'acme': politeness.contact: is missing; expected an e-mail address"),
        ("newest = 7", "newest = 7.5", "source 'acme': refetch.newest: is 7.5, expected a whole number of pages"),
        ('kind = "feed"', 'kind = "index"', "source 'acme': link_pattern: is missing; expected a pattern"),
        ('language = "en"', 'link_pattern = "^(("', "source 'acme': link_pattern: is '^((', expected a pattern of the addresses"),
        ('id = "acme"', 'id = "acme', "not TOML: "),
        ("[[source]]", "[source]", "not TOML: "),
    ],
)
def test_a_mistake_is_one_line_with_file_key_and_what_was_expected(written, old, new, line):
    path = written(GOOD.replace(old, new))
    with pytest.raises(SourcesError) as told:
        load(path)
    (only,) = str(told.value).splitlines()
    assert only.startswith(f"{path}: ")
    assert line in only


def test_every_mistake_is_told_at_once(written):
    with pytest.raises(SourcesError, match="polite: is not known; did you mean 'politeness'"):
        load(written(GOOD.replace("[politeness]", "[polite]")))
    with pytest.raises(SourcesError) as told:
        load(written(GOOD.replace('"KE"', '"XY"').replace("newest", "newst").replace('"folder"', '"foldr"')))
    assert len(str(told.value).splitlines()) == 3


def test_one_table_in_place_of_a_list(written):
    with pytest.raises(SourcesError, match=r"source: expected \[\[source\]\]"):
        load(written('[source]\nid = "a"'))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourcesError, match=r"none.toml: cannot be read: No such file"):
        load(tmp_path / "none.toml")


def test_the_file_of_the_environment(written, monkeypatch):
    monkeypatch.setenv("PRESSLEDGER_SOURCES", str(written(GOOD)))
    assert [source.id for source in load()] == ["acme", "old"]


def test_the_file_that_comes_with_the_software_fetches_nothing_by_itself():
    assert [source.id for source in load(DEFAULT_FILE) if source.active] == []
    assert {"feed", "index", "sitemap", "folder"} <= {source.kind for source in load(DEFAULT_FILE)}


def test_sources_are_picked_by_name_or_because_they_are_active(written):
    found = load(written(GOOD))
    assert [source.id for source in pick(found, [])] == ["acme"]
    assert [source.id for source in pick(found, ["old", "acme", "old"])] == ["old", "acme"]
    with pytest.raises(SourcesError, match=r"there is no source 'acne'; did you mean 'acme'\?"):
        pick(found, ["acne"])


@pytest.mark.parametrize("times", ["0 6 * * *", "*/15 * * * *", "5,35 0-6 1 1-6 0", "0 0 * * 7", "59 23 31 12 6"])
def test_times_that_are_right_are_right_for_dagster_too(times):
    assert is_cron(times)
    dg.ScheduleDefinition(name="s", cron_schedule=times, job_name="j")


@pytest.mark.parametrize(
    "times",
    ["", "* * * *", "60 * * * *", "0 24 * * *", "0 0 0 * *", "0 0 * 13 *", "0 0 * * 8", "a b c d e", "*/0 * * * *", "5-90 * * * *", 6],
)
def test_times_that_are_wrong(times):
    assert not is_cron(times)
    if isinstance(times, str):
        with pytest.raises(dg.DagsterInvalidDefinitionError):
            dg.ScheduleDefinition(name="s", cron_schedule=times, job_name="j")


def test_the_shipped_file_says_where_to_read_on():
    assert "SOURCES.md" in DEFAULT_FILE.read_text()
    assert (sources.DEFAULT_FILE.parent / "SOURCES.md").exists()
