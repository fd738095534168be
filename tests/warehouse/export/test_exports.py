"""Every form holds what was selected, with what belongs beside it, or is not there."""

import csv
import hashlib
import json
from datetime import date

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from tests.dashboard.ledgers import Ledger
from warehouse.export import iati
from warehouse.export.defuse import defused, defusing_sql, restored
from warehouse.export.package import FORMS, OutputExistsError, export
from warehouse.export.selection import Filters, UnknownValueError, opened, parts
from warehouse.views import all_views

EVIL = "=cmd|'/c calc'!A1 was opened in Kenya."
BODY = f"{EVIL} Pumps & hoses <for> Uganda\x0b cost 5 million euros. Experts met in Eastern Africa. A clinic opened in Nairobi."


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    ledger = Ledger(tmp_path_factory.mktemp("export"))
    home = {"organisation": "@Works", "published_on": date(2021, 9, 27)}
    first = ledger.release(BODY, source_uri="https://example.org/a b[1]?x=ü", title="+1 well", **home)
    ledger.activity(first, EVIL, country_code="KE", sector_category="140", sector_code="14031", on="2021-09-20", kind="completion")
    money = {"amount": 5e6, "currency": "EUR", "status": "planned", "counterparts": ["=A", 'B "quoted"']}
    ledger.activity(first, "Pumps & hoses <for> Uganda\x0b cost 5 million euros.", country_code="UG", sector_category="140", **money)
    ledger.activity(first, "Experts met in Eastern Africa.", region_code="014", kind="event", confidence=0.3)
    nairobi = {"admin1_code": "KE-30", "place_name": "Nairobi", "geo_precision": "3"}
    ledger.activity(first, "A clinic opened in Nairobi.", country_code="KE", on="2019-03", **nairobi)
    for row in ledger.activities[-2:]:
        row["group_id"] = "pair"
    undated = ledger.release("A bridge opened in Togo.", organisation="Meridian Works")
    ledger.activity(undated, "A bridge opened in Togo.", country_code="TG")
    copy = ledger.release(BODY, duplicate_of=first, **home)
    ledger.activity(copy, EVIL, country_code="KE")
    return ledger.publish()


def read(form, folder):
    """The activity_ids that an export holds, in its order."""
    if form == "parquet":
        return pq.read_table(folder / "activities.parquet")["activity_id"].to_pylist()
    if form == "csv":
        with (folder / "activities.csv").open(encoding="utf-8", newline="") as lines:
            return [row["activity_id"] for row in csv.DictReader(lines)]
    if form == "jsonl":
        return [json.loads(line)["activity_id"] for line in (folder / "activities.jsonl").read_text().splitlines()]
    if form == "geojson":
        return [feature["id"] for feature in json.loads((folder / "activities.geojson").read_text())["features"]]
    names = etree.parse(folder / "activities.xml").xpath("//iati-identifier/text()")
    return [name.removeprefix("pressledger-") for name in names]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_holds_the_selected_and_says_what_it_is(snapshot, tmp_path, form):
    exported = export(snapshot, form, tmp_path / "out")
    expected = ["a00001", "a00002", "a00003", "a00004", "a00005"][: 4 if form == "iati" else 5]
    assert read(form, exported.folder) == expected
    assert (exported.activities, exported.releases, exported.written) == (5, 2, len(expected))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    metadata = json.loads((tmp_path / "out" / "metadata.json").read_text())
    assert metadata["snapshot"]["snapshot_id"] == "snap-one"
    assert metadata["counts"]["activities"] == 5
    assert sum(metadata["counts"]["left_out"].values()) == 5 - len(expected)
    for file in metadata["files"]:
        data = (tmp_path / "out" / file["path"]).read_bytes()
        assert (file["bytes"], file["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    assert "GeoNames" in (tmp_path / "out" / "LICENCE.txt").read_text()
    assert "snap-one" in (tmp_path / "out" / "CITATION.cff").read_text()


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_the_data_package_describes_the_columns_that_are_there(snapshot, tmp_path, form):
    export(snapshot, form, tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    reader = {"parquet": "read_parquet", "csv": "read_csv", "jsonl": "read_json"}[form]
    for resource in package["resources"]:
        view = next(view for view in all_views() if view.table == f"{resource['name']}_named")
        names = [field["name"] for field in resource["schema"]["fields"]]
        found = duckdb.sql(f"describe from {reader}('{tmp_path / 'out' / resource['path']}')").fetchall()
        assert names == [column.name for column in view.columns] == [row[0] for row in found]
        assert set(resource["schema"]["primaryKey"]) <= set(names)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(country=("KE",)), ["a00001", "a00004"]),
        (Filters(country=("KE", "UG")), ["a00001", "a00002", "a00004"]),
        (Filters(country=("ZZ",)), ["a00003"]),
        (Filters(region=("014",)), ["a00001", "a00002", "a00003", "a00004"]),
        (Filters(region=("002",)), ["a00001", "a00002", "a00004", "a00005"]),
        (Filters(sector=("140",)), ["a00001", "a00002"]),
        (Filters(sector=("14031",)), ["a00001"]),
        (Filters(sector=("998",)), ["a00003", "a00004", "a00005"]),
        (Filters(kind=("event",)), ["a00003"]),
        (Filters(organisation=("@Works",)), ["a00001", "a00002", "a00003", "a00004"]),
        (Filters(release=("r0002",)), ["a00005"]),
        (Filters(since=date(2021, 9, 21)), ["a00002", "a00003"]),
        (Filters(until=date(2021, 9, 20)), ["a00001", "a00004"]),
        (Filters(min_confidence=0.5, kind=("event",)), []),
        (Filters(duplicates=True, country=("KE",)), ["a00001", "a00004", "a00006"]),
    ],
    ids=lambda value: str(value.told()) if isinstance(value, Filters) else "",
)
def test_filters(snapshot, tmp_path, filters, expected):
    export(snapshot, "jsonl", tmp_path / "out", filters)
    assert read("jsonl", tmp_path / "out") == expected
    assert json.loads((tmp_path / "out" / "metadata.json").read_text())["filters"].keys() == filters.told().keys()


@pytest.mark.parametrize("name", ["country", "region", "sector", "kind", "organisation", "release"])
def test_a_value_that_the_ledger_does_not_know_is_named(snapshot, tmp_path, name):
    with pytest.raises(UnknownValueError, match=f"--{name} Atlantis"):
        export(snapshot, "csv", tmp_path / "out", Filters(**{name: ("Atlantis",)}))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten_and_a_failure_leaves_nothing(snapshot, tmp_path, monkeypatch):
    (tmp_path / "there").mkdir()
    with pytest.raises(OutputExistsError):
        export(snapshot, "csv", tmp_path / "there")
    monkeypatch.setattr("warehouse.export.package._weighed", lambda _file: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(snapshot, "csv", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


def test_csv_runs_nothing_in_a_spreadsheet_and_can_be_undone(snapshot, tmp_path):
    export(snapshot, "csv", tmp_path / "out")
    with (tmp_path / "out" / "activities.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@", "\t", "\r", "\n")), cell
    assert (rows[0]["evidence"], restored(rows[0]["evidence"])) == (f"'{EVIL}", EVIL)
    assert rows[0]["organisation"] == "'@Works"
    assert rows[0]["longitude"] != ""
    assert json.loads(rows[1]["counterparts"]) == ["=A", 'B "quoted"']


@given(st.text(alphabet="'=+-@\t\r\n＝a 1", max_size=5))
@example("''=1")
def test_defusing_is_undone_by_restoring_and_sql_says_the_same(text):
    assert restored(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert duckdb.execute(f"select {defusing_sql('x')} from (select ?::varchar as x)", [text]).fetchall() == [(defused(text),)]


def test_geojson_has_points_where_they_are_known(snapshot, tmp_path):
    export(snapshot, "geojson", tmp_path / "out")
    features = json.loads((tmp_path / "out" / "activities.geojson").read_text())["features"]
    assert [feature["properties"]["point_basis"] for feature in features] == ["country", "country", "none", "admin1", "country"]
    assert features[2]["geometry"] is None
    longitude, latitude = features[3]["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (37, -1)
    assert features[1]["properties"]["counterparts"] == ["=A", 'B "quoted"']


@pytest.fixture
def xml(snapshot, tmp_path):
    export(snapshot, "iati", tmp_path / "out", reporter=iati.Reporter("XM-EXAMPLE-1", "Example", "80"))
    return tmp_path / "out" / "activities.xml"


def test_iati_is_valid_by_the_official_schema(xml):
    assert iati.problems(xml) == []


def test_the_schema_finds_what_is_wrong(xml):
    xml.write_text(xml.read_text().replace("<activity-status", "<status"))
    assert "status" in iati.problems(xml)[0]


def test_iati_says_who_where_what_when_and_how_much(xml):
    root = etree.parse(xml).getroot()
    assert root.get("version") == "2.03"
    kenya, uganda, region, nairobi = root.findall("iati-activity")
    assert kenya.findtext("iati-identifier") == "XM-EXAMPLE-1-a00001"
    assert dict(kenya.find("reporting-org").attrib) == {"ref": "XM-EXAMPLE-1", "type": "80", "secondary-reporter": "1"}
    assert dict(kenya.find("recipient-country").attrib) == {"code": "KE", "percentage": "100"}
    assert dict(region.find("recipient-region").attrib) == {"code": "014", "vocabulary": "2", "percentage": "100"}
    assert [(s.get("vocabulary"), s.get("code")) for s in root.iter("sector")] == [
        ("1", "14031"),
        ("2", "140"),
        ("1", "99810"),
        ("1", "99810"),
    ]
    assert [(d.get("type"), d.get("iso-date")) for d in root.iter("activity-date")] == [
        ("2", "2021-09-20"),
        ("1", "2021-09-27"),
        ("2", "2021-09-27"),
        ("2", "2019-03-01"),
    ]
    assert [status.get("code") for status in root.iter("activity-status")] == ["2", "1", "2", "2"]
    (transaction,) = root.iter("transaction")
    assert transaction.getparent() is uganda
    assert dict(transaction.find("value").attrib) == {"currency": "EUR", "value-date": "2021-09-27"}
    assert transaction.findtext("value") == "5000000.00"
    assert nairobi.find("location").get("ref") == "KE-30"
    assert kenya.find("location") is None
    assert kenya.find("document-link").get("url") == "https://example.org/a%20b%5B1%5D?x=%C3%BC"
    assert [link.get("ref") for link in region.findall("related-activity")] == ["XM-EXAMPLE-1-a00004"]


@pytest.mark.parametrize("ref", ["", "a b", "a/b", "a&b", "a|b", "a?b"])
def test_a_reporter_needs_a_reference_that_iati_allows(ref):
    with pytest.raises(ValueError, match="organisation identifier"):
        iati.Reporter(ref)


def test_a_file_of_nothing_is_refused_for_iati(snapshot, tmp_path):
    with pytest.raises(iati.NothingToReportError, match="1 activities selected, none with a day"):
        export(snapshot, "iati", tmp_path / "out", Filters(country=("TG",)))


@pytest.mark.parametrize("form", FORMS)
def test_many_pieces_make_the_same_file_as_one(snapshot, tmp_path, monkeypatch, form):
    one = export(snapshot, form, tmp_path / "one")
    monkeypatch.setattr("warehouse.export.selection._PIECE", 2)
    with opened(snapshot, Filters(), tmp_path / "scratch") as connection:
        cut = parts(connection, "selected", "activity_id")
    assert len(cut) == 3
    many = export(snapshot, form, tmp_path / "many")
    assert read(form, one.folder) == read(form, many.folder)
    assert sorted(path.name for path in many.folder.iterdir()) == sorted(path.name for path in one.folder.iterdir())


def test_pieces_take_every_key_once(snapshot, tmp_path, monkeypatch):
    monkeypatch.setattr("warehouse.export.selection._PIECE", 40)
    with opened(snapshot, Filters(), tmp_path) as connection:
        connection.execute("create temp table keys as select left(md5(range::varchar), 16) as key from range(1000)")
        counts = [
            connection.execute(f"select count(*) from keys where {part}").fetchall()[0][0] for part in parts(connection, "keys", "key")
        ]
    assert (len(counts), sum(counts)) == (25, 1000)
    assert max(counts) < 80
