"""The house keeps its rules: who imports whom, what every file says of itself, what no file may hold."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from warehouse.contract import MODELS, all_contracts
from warehouse.lineage import tables_read

ROOT = Path(__file__).parent.parent
ROOMS = ("transforms", "warehouse", "orchestration", "dashboard")
MODULES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py") if "data" not in path.parts)
CODE = [
    *MODULES,
    *sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py")),
    *sorted(p.relative_to(ROOT) for p in MODELS.rglob("*.sql")),
]
MAY_IMPORT = {
    "transforms": {"transforms"},
    "warehouse": {"warehouse", "transforms"},
    "orchestration": {"orchestration", "warehouse", "transforms"},
    "dashboard": {"dashboard", "warehouse"},
}
EXCEPTIONS = {("orchestration/commands/dashboard.py", "dashboard.server")}
ONLY_IN = {"dagster": "orchestration", "streamlit": "dashboard", "duckdb": "warehouse"}
FOLDERS = sorted(
    {path.parent for path in MODULES} | {Path(name) for name in ("transforms/models", "tests", "warehouse/samples", "warehouse/golden")}
)
MAX_LINES = 300
# Put together here, so that this file does not hold them.
HOSTS = re.compile("|".join(("py" + "pi", "pythonh" + "osted", "registry.np" + "mjs", "cra" + "tes")) + r"\.(?:org|io|com)", re.IGNORECASE)
PLACES = re.compile("/wo" + r"rk/(?:main|rooms|dev|shared)\b|(?<![\w.-])(?:/ro" + r"ot/|/ho" + r"me/\w)")


def imported(path):
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names if node.module in ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_run_one_way(path):
    room = path.parts[0]
    for module in imported(path):
        top = module.split(".")[0]
        if top in ROOMS and top not in MAY_IMPORT[room]:
            assert (path.as_posix(), ".".join(module.split(".")[:2])) in EXCEPTIONS, module
        assert ONLY_IN.get(top, room) == room, f"{top} is imported only in {ONLY_IN[top]}"
        assert top != "tests"


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] == "transforms"], ids=str)
def test_transforms_need_no_data_frames(path):
    assert not {module.split(".")[0] for module in imported(path)} & {"pandas", "polars", "sqlalchemy", "requests", "httpx", "socket"}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_module_says_what_belongs_there_and_what_does_not(path):
    told = ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8"))) or ""
    assert "Belongs here:" in told
    assert "Does not:" in told


@pytest.mark.parametrize("path", CODE, ids=str)
def test_files_are_short(path):
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) < MAX_LINES


@pytest.mark.parametrize("path", sorted(MODELS.glob("*/*.sql")), ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_model_is_one_select_with_a_contract_beside_it(path):
    assert path.with_suffix(".toml").exists()
    assert tables_read(path.read_text(encoding="utf-8")) is not None
    assert path.read_text(encoding="utf-8").startswith("-- ")


@pytest.mark.parametrize("path", sorted((MODELS / "checks").rglob("*.sql")), ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_check_is_one_select_about_a_table_that_is_promised(path):
    schema, table = path.parent.parts[-2:]
    assert (MODELS / schema / f"{table}.toml").exists()
    assert (schema, table) in tables_read(path.read_text(encoding="utf-8"))


def test_every_public_contract_has_a_select():
    assert [contract.table for contract in all_contracts("main") if not (MODELS / "main" / f"{contract.table}.sql").exists()] == []


def test_every_reference_leads_to_a_column():
    columns = {f"{contract.table}.{column.name}" for contract in all_contracts("main") for column in contract.columns}
    assert {column.references for contract in all_contracts("main") for column in contract.columns if column.references} <= columns


def test_columns_of_one_name_mean_one_type():
    types = {}
    for contract in all_contracts("main"):
        for column in contract.columns:
            types.setdefault(column.name, set()).add(column.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_every_folder_says_what_belongs_there(folder):
    assert (ROOT / folder / "README.md").exists()


def test_no_tracked_file_names_a_package_host_or_a_place_on_this_machine():
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        text = (ROOT / name).read_text(encoding="utf-8", errors="replace") if (ROOT / name).is_file() else ""
        found += [(name, hit[0]) for pattern in (HOSTS, PLACES) for hit in pattern.finditer(text)]
    assert found == []


def test_the_python_that_is_promised_is_the_one_that_runs():
    assert sys.version_info >= (3, 11)
