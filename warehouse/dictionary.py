"""DICTIONARY.md: what stands in the published file, written from the contracts so that it cannot say anything else.

Belongs here: that one text. Does not: the words themselves (transforms/models/main/*.toml).

Run: python -m warehouse.dictionary
"""

from __future__ import annotations

from pathlib import Path

from warehouse.contract import Column, Contract, all_contracts

PATH = Path(__file__).parent / "DICTIONARY.md"
_HEAD = """# Dictionary

The tables of the published file, schema `main`. Written by `make dictionary` from the contracts under `transforms/models/main`:
change it there. The same words are comments in the file itself: `select table_name, column_name, comment from duckdb_columns()`.
"""


def dictionary() -> str:
    """The whole text: a list of the tables, then each of them."""
    contracts = all_contracts("main")
    tables = [f"- [{c.table}](#{c.table}): {c.description}" for c in contracts]
    return "\n".join([_HEAD, *tables, *(_section(c) for c in contracts), ""])


def _section(contract: Contract) -> str:
    grain = f"One row: {', '.join(f'`{name}`' for name in contract.grain)}."
    head = ["| column | type | meaning | values |", "|---|---|---|---|"]
    return "\n".join(["", f"## {contract.table}", "", f"{contract.description} {grain}", "", *head, *map(_row, contract.columns)])


def _row(column: Column) -> str:
    notes = [
        f"unit: {column.unit}" if column.unit else "",
        f"refers to `{column.references}`" if column.references else "",
        ", ".join(f"`{value}`" for value in column.accepted),
        "may be null" if column.nullable else "",
    ]
    cells = (f"`{column.name}`", column.type, column.description, "; ".join(filter(None, notes)))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
