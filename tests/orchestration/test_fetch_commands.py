"""`pressledger fetch`, `sources` and `build --sources`: what they print, where, and the exit code."""

import pytest
from click.testing import CliRunner

from orchestration import build as builder
from orchestration.cli import main
from orchestration.definitions import JOB, build_defs
from orchestration.sources import load
from tests.orchestration.fetching import memory
from tests.orchestration.presscentre import press_centre
from warehouse.connect import open_snapshot, published

FILE = """
[politeness]
contact = "tests@example.org"
delay_seconds = 0
retry_seconds = 0.001
allow_private = true
[[source]]
id = "broken"
kind = "feed"
location = "{url}/nothing.xml"
organisation = "Nobody"
[[source]]
id = "centre"
kind = "feed"
location = "{url}/feed.xml"
organisation = "Acme"
aliases = ["ACME Corp"]
home_country = "SE"
schedule = "0 6 * * *"
[[source]]
id = "folder"
kind = "folder"
location = "{folder}"
organisation = "Acme Rail"
schedule = "0  6 * * *"
[[source]]
id = "resting"
kind = "sitemap"
location = "{url}/sitemap.xml"
organisation = "Acme"
active = false
"""


@pytest.fixture
def centre():
    with press_centre(12) as centre:
        yield centre


@pytest.fixture
def sources_file(tmp_path, centre, source, monkeypatch):
    path = tmp_path / "sources.toml"
    path.write_text(FILE.format(url=centre.url, folder=source))
    monkeypatch.setenv("PRESSLEDGER_SOURCES", str(path))
    return path


@pytest.fixture
def call(files, monkeypatch, sources_file):
    del sources_file
    monkeypatch.setenv("PRESSLEDGER_WAREHOUSE", str(files.directory))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def test_one_source_that_fails_does_not_stop_the_others(call, centre, files):
    result = call("fetch")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "broken: 0 listed, 0 new, 0 changed, 0 unchanged, 0 gone, 0 failed",
        f"error: broken: {centre.url}/nothing.xml: it answers 404",
        "centre: 12 listed, 12 new, 0 changed, 0 unchanged, 0 gone, 0 failed",
        "folder: 7 listed, 7 new, 0 changed, 0 unchanged, 0 gone, 0 failed, 4 quarantined",
    ]
    assert len(memory(files, "revisions")) == 19
    assert not files.link.exists()


def test_named_sources_only_also_such_as_rest(call):
    result = call("fetch", "centre", "resting")
    assert (result.exit_code, [line.partition(":")[0] for line in result.stdout.splitlines()]) == (0, ["centre", "resting"])
    assert call("fetch", "folder", "--strict").exit_code == 3


def test_the_sources_are_listed_with_what_their_last_fetch_brought(call, centre):
    before = call("sources").stdout.splitlines()
    assert [line.split()[0] for line in before] == ["source", "broken", "centre", "folder", "resting"]
    assert sum("never" in line for line in before) == 4
    call("fetch")
    centre.always["/news/39.html"] = (403, {}, b"")
    centre.texts |= {number: (f"Release {number}", "The company dug a well in Mali.") for number in range(13, 40)}
    call("fetch", "centre")
    lines = call("sources").stdout.splitlines()
    assert lines[2].split()[-5:] == ["20", "19", "0", "0", "1"]
    assert "resting (not active)" in lines[4]
    assert any(line.startswith("error: broken: ") for line in lines)
    assert any(line.startswith("alarm of 2") and "centre: nothing that it lists" in line for line in lines)
    assert call("sources", "centre").stdout.splitlines()[-1] == f"failed: centre: {centre.url}/news/39.html: it answers 403"


def test_a_mistake_in_the_file_is_bad_usage_and_one_line(call, sources_file):
    sources_file.write_text('[[source]]\nid = "a"\nkind = "rss"\nlocation = "x"\n')
    for words in (["fetch"], ["sources"], ["build"], ["build", "--sources"]):
        result = call(*words)
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert f"{sources_file}: source 'a': kind: is 'rss'" in result.stderr
    assert call("fetch", "b", "--sources-file", sources_file).exit_code == 2


@pytest.mark.parametrize("words", [["fetch", "nobody"], ["sources", "nobody"]])
def test_a_source_that_nobody_knows_is_bad_usage(call, words):
    result = call(*words)
    assert (result.exit_code, result.stderr) == (2, "Error: there is no source 'nobody'\n")


def test_nothing_to_fetch_is_bad_usage(call, sources_file):
    sources_file.write_text("")
    assert call("fetch").exit_code == 2
    assert call("build").exit_code == 2
    assert "no source in" in call("sources").stdout


@pytest.mark.usefixtures("coder", "forgetful")
def test_a_build_without_input_fetches_all_active_sources(call, files, centre):
    result = call("build")
    assert result.exit_code == 0, result.stderr
    assert f"source broken: {centre.url}/nothing.xml: it answers 404" in result.stderr
    assert "19 read: 19 new" in result.stdout
    assert "Sources    3 fetched, 1 failed" in result.stdout
    with open_snapshot(published(files.directory)) as reader:
        named = "select organisation, home_country, count(*) from main.releases where source_id = 'centre' group by all"
        assert reader.execute(named).fetchall() == [("Acme", "SE", 12)]
        assert reader.execute("select distinct organisation from main.releases where source_id = 'folder' order by 1").fetchall() == [
            ("Acme",),
            ("Acme Rail",),
        ]
    with files.writer() as connection:  # all names reach the coder
        named = connection.execute("select distinct organisations from staging.releases where source_id = 'centre'").fetchall()
    assert named == [(["Acme", "ACME Corp"],)]
    assert call("build", "--strict").exit_code == 3


@pytest.mark.usefixtures("coder", "forgetful")
def test_a_release_that_is_gone_is_in_the_ledger_with_the_time(call, files, centre, source):
    call("build", "--sources")
    centre.always["/news/12.html"] = (404, {}, b"")
    (source / "b.txt").unlink()
    result = call("build", "--sources")
    assert "2 gone at their source, and kept" in result.stdout
    with open_snapshot(published(files.directory)) as reader:
        gone = reader.execute("select source_uri from main.releases where gone_at is not null order by all").fetchall()
        assert gone == [("b.txt",), (f"{centre.url}/news/12.html",)]
        assert (
            reader.execute(
                "select count(*) from main.activities where release_id in (select release_id from main.releases where gone_at is not null)"
            ).fetchall()[0][0]
            > 0
        )


def test_a_plain_build_does_not_look_at_the_file_of_sources(call, source, sources_file, request):
    for name in ("coder", "forgetful"):
        request.getfixturevalue(name)
    sources_file.write_text("not TOML")
    assert call("build", source).exit_code == 0


def test_dagster_warns_of_sources_and_blocks_nothing(call, monkeypatch, request):
    for name in ("coder", "forgetful"):
        request.getfixturevalue(name)
    results = []
    told = builder._figures
    monkeypatch.setattr("orchestration.build._figures", lambda result: results.append(result) or told(result))
    assert call("build").exit_code == 0
    checks = {check.check_name: (check.passed, check.severity.value) for check in results[0].get_asset_check_evaluations()}
    assert (checks["no_source_failed"], checks["nothing_was_missed"]) == ((False, "WARN"), (True, "WARN"))


def test_each_time_of_day_is_one_schedule(sources_file):
    (schedule,) = build_defs(sources=load(sources_file)).schedules
    assert (schedule.cron_schedule, schedule.job_name) == ("0 6 * * *", JOB)
    assert "centre, folder" in schedule.description
