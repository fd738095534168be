"""Text cells that a spreadsheet would take for formulas, made harmless and back.

Belongs here: that one rule, in Python and in SQL. Does not: writing files.

The rule: a text that begins with any number of apostrophes and then = + - @ (also full-width), a tab, a line break or a NUL gets one
apostrophe more in front. Taking one away from every such text gives back what it was.
"""

from __future__ import annotations

import re
from typing import Any

_STARTS = r"'*[=+\-@\t\r\n\x00＝＋－＠]"
_DEFUSABLE = re.compile(_STARTS)


def defused(cell: Any) -> Any:
    """`cell` as a spreadsheet may see it; what is no text stays as it is."""
    return f"'{cell}" if isinstance(cell, str) and _DEFUSABLE.match(cell) else cell


def restored(cell: Any) -> Any:
    """What `cell` was before it was defused."""
    return cell[1:] if isinstance(cell, str) and cell.startswith("'") and _DEFUSABLE.match(cell) else cell


def defusing_sql(column: str) -> str:
    """The same as an expression over a VARCHAR column, under the column's own name."""
    pattern = "^" + _STARTS.replace("'", "''")
    return f"if(regexp_matches({column}, '{pattern}'), '''' || {column}, {column}) as {column}"
