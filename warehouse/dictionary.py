"""DICTIONARY.md: what stands in the published file, written from the contracts so that it cannot say anything else.

Belongs here: that one text. Does not: the words themselves (transforms/models/main/*.toml).

Run: python -m warehouse.dictionary
"""

from __future__ import annotations

from pathlib import Path

from warehouse.contract import Column, Contract, all_contracts
from warehouse.views import View, all_macros, all_views

_MACROS = ["", "## Macros", "", "Called as tables. With an attached file, `use` it first.", ""]
PATH = Path(__file__).parent / "DICTIONARY.md"
_HEAD = """# Dictionary

The tables, views and macros of the published file, schema `main`. Written by `make dictionary` from the contracts under
`transforms/models/main`: change it there. The same words are comments in the file itself: `from dictionary`.
"""


def dictionary() -> str:
    """The whole text: a list of the tables and views, then each of them, then the macros."""
    contracts = all_contracts("main")
    tables = [f"- [{c.table}](#{c.table}): {c.description}" for c in contracts]
    tables += [f"- [{v.table}](#{v.table}): {v.description}" for v in all_views()]
    macros = [f"| `{m.call}` | {_cell(m.told)} |" for m in all_macros()]
    head = [*_MACROS, "| macro | meaning |", "|---|---|"]
    return "\n".join([_HEAD, *tables, *map(_section, contracts), *map(_view_section, all_views()), *head, *macros, ""])


def _section(contract: Contract) -> str:
    grain = f"One row: {', '.join(f'`{name}`' for name in contract.grain)}."
    head = ["| column | type | meaning | values |", "|---|---|---|---|"]
    return "\n".join(["", f"## {contract.table}", "", f"{contract.description} {grain}", "", *head, *map(_row, contract.columns)])


def _view_section(view: View) -> str:
    head = ["| column | type | meaning | values |", "|---|---|---|---|"]
    return "\n".join(["", f"## {view.table}", "", f"A view. {view.description}", "", *head, *map(_row, view.columns)])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _row(column: Column) -> str:
    notes = [
        f"unit: {column.unit}" if column.unit else "",
        f"refers to `{column.references}`" if column.references else "",
        ", ".join(f"`{value}`" for value in column.accepted),
        "may be null" if column.nullable else "",
    ]
    cells = (f"`{column.name}`", column.type, column.description, "; ".join(filter(None, notes)))
    return f"| {' | '.join(map(_cell, cells))} |"


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
