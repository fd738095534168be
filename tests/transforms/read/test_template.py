"""The manifest to fill in: what is found stands in it, what is not is blank, what a person wrote stays."""

import csv
import io

from click.testing import CliRunner

from orchestration.cli import main
from transforms.read.template import as_csv, new_lines

WIRE = (
    "# Acme Opens Clinic in Ghana\n\nACCRA, Ghana, August 15, 2024 /Wire/ -- Acme Health today announced that it opened a clinic.\n\n"
    "About Acme Health\nAcme Health runs clinics."
)


def test_what_the_text_says_stands_in_the_line_and_the_rest_is_blank(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE)
    (tmp_path / "b.txt").write_text("the clinic was handed over to the ministry on june 10, and patients were treated at once.")
    first, second = csv.DictReader(io.StringIO(as_csv(new_lines(tmp_path))))
    assert (first["published"], first["title"]) == ("2024-08-15", "Acme Opens Clinic in Ghana")
    assert (first["language"], second["language"]) == ("", "en")
    assert first["organisation"].lower().startswith("acme health")
    assert (second["published"], second["organisation"], second["home_country"]) == ("", "", "")


def test_what_a_person_wrote_is_never_touched(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE)
    (tmp_path / "new.txt").write_text(WIRE)
    written = "file,published,remark\na.txt,not yet known,ask Ama\ngone.txt,2020-01-01,\n"
    (tmp_path / "manifest.csv").write_text(written)
    told = CliRunner().invoke(main, ["manifest", str(tmp_path)])
    assert told.exit_code == 0
    assert (tmp_path / "manifest.csv").read_text() == written
    assert [row["file"] for row in csv.DictReader((tmp_path / "manifest-new.csv").open())] == ["new.txt"]


def test_a_folder_whose_files_are_all_named_gets_no_file(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE)
    assert CliRunner().invoke(main, ["manifest", str(tmp_path)]).exit_code == 0
    assert "already" in CliRunner().invoke(main, ["manifest", str(tmp_path)]).output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "manifest.csv"]
