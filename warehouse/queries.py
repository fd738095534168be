"""QUERIES.md: questions that analysts ask, the SQL, and the answers on the bundled releases.

Belongs here: running queries/*.sql over a published file and writing the page. Does not: the queries themselves.

Run: python -m warehouse.queries WAREHOUSE, over a build of the bundled releases
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.connect import open_snapshot, published
from warehouse.tables import Connection

FOLDER = Path(__file__).parent / "queries"
PATH = Path(__file__).parent / "QUERIES.md"
_SHOWN = 12
_LONGEST = 160
_HEAD = """# Questions and their SQL

Each runs as it stands in any client that opens `pressledger.duckdb`. The answers are those of the bundled releases. Written by
`make queries` from `warehouse/queries/`: change it there. What the names mean: [DICTIONARY.md](DICTIONARY.md).
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words and the SELECT that answers it."""

    words: str
    select: str


def questions() -> list[Question]:
    """The questions in the order of their files."""
    parts = [path.read_text(encoding="utf-8").split("\n", 1) for path in sorted(FOLDER.glob("*.sql"))]
    return [Question(head.removeprefix("-- "), select.strip()) for head, select in parts]


def document(connection: Connection) -> str:
    """The whole page, with the answers of this file."""
    sections = [f"## {n}. {q.words}\n\n```sql\n{q.select}\n```\n\n{_answer(connection, q.select)}" for n, q in enumerate(questions(), 1)]
    return "\n".join([_HEAD, *sections])


def _answer(connection: Connection, select: str) -> str:
    cursor = connection.execute(select)
    names = [column[0] for column in cursor.description or []]
    rows = cursor.fetchall()
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows[:_SHOWN]]
    more = f"\n{len(rows) - _SHOWN} more rows\n" if len(rows) > _SHOWN else ""
    return "\n".join([f"| {' | '.join(names)} |", f"|{'---|' * len(names)}", *lines, more])


def _cell(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    text = text.replace("|", "\\|").replace("<", "&lt;")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


if __name__ == "__main__":
    with open_snapshot(published(Path(sys.argv[1]))) as opened:
        PATH.write_text(document(opened), encoding="utf-8")
