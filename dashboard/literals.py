"""Queries with their values written in, so that they can be copied into any client.

Belongs here: values as SQL. Does not: the queries (queries/), running them (data.py), which binds values and never writes them in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_PARAMETER = re.compile(r"\$([a-z_]+)")


def written_in(statement: str, values: Mapping[str, object]) -> str:
    """`statement` with each $name of `values` as a literal; other names stay."""
    return _PARAMETER.sub(lambda found: literal(values[found[1]]) if found[1] in values else found[0], statement)


def literal(value: object) -> str:
    """A value as DuckDB reads it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"
