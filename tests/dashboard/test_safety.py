"""What no part of the dashboard may do, read from its source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOM = Path(__file__).parent.parent.parent / "dashboard"
SOURCES = sorted(ROOM.rglob("*.py"))
FORBIDDEN = {"unsafe_allow_html", "unsafe_allow_javascript"}
FORBIDDEN_CALLS = {"html", "write", "table", "latex", "iframe", "exec", "eval"}
READS_MARKUP = {
    *("markdown", "title", "header", "subheader", "caption", "info", "warning", "error", "success", "metric", "badge", "toast"),
    *("button", "download_button", "link_button", "expander", "popover", "tabs", "dialog", "toggle", "checkbox", "multiselect", "slider"),
}
STRANGERS_WORDS = {"title", "body", "evidence", "organisation", "actor", "counterparts", "place_name", "source_uri", "detail", "file"}


def calls(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def of_streamlit(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "st"


def strangers(call: ast.Call) -> set[str]:
    """The columns with a stranger's words that the call's arguments read."""
    keys = [node.slice for argument in call.args for node in ast.walk(argument) if isinstance(node, ast.Subscript)]
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)} & STRANGERS_WORDS


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOM)))
def test_nothing_renders_markup_of_strangers(path: Path) -> None:
    for call in calls(path):
        assert not FORBIDDEN & {keyword.arg for keyword in call.keywords}
        assert not (of_streamlit(call) and name(call) in FORBIDDEN_CALLS), ast.unparse(call)
        assert name(call) not in READS_MARKUP or not strangers(call), ast.unparse(call)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOM)))
def test_nothing_opens_the_database_by_itself(path: Path) -> None:
    assert not [call for call in calls(path) if ast.unparse(call.func) == "duckdb.connect"]


def test_the_check_sees_what_it_should() -> None:
    bad = ast.parse("left.caption(f\"{row['evidence']}\")").body[0]
    assert isinstance(bad, ast.Expr)
    assert isinstance(bad.value, ast.Call)
    assert strangers(bad.value) == {"evidence"}


@pytest.mark.parametrize("path", sorted((ROOM / "queries").glob("*.sql")), ids=lambda path: path.stem)
def test_each_query_is_one_select_that_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("-- ")
    assert ";" not in "\n".join(line for line in text.splitlines() if not line.startswith("--"))
