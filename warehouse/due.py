"""Which known pages a visit asks for.

Belongs here: that choice, from what is remembered of each page. Does not: asking (orchestration/fetch), remembering (visits.py).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from warehouse import tables
from warehouse.tables import Connection
from warehouse.visits import Page, Visit

_PATIENCE = 5  # visits in a row in which a page may fail before it waits like an old one


class Rule(NamedTuple):
    """The `newest` pages are asked for each time; of the others those last tried `after` ago, `at_most` of them, longest ago first."""

    newest: int
    after: timedelta
    at_most: int


def due(connection: Connection, visit: Visit, rule: Rule, *, ask_unlisted: bool = False) -> list[Page]:
    """The pages to ask for now, in this order: never had, changed since or not listed any more, the newest, the oldest looks."""
    select = """
        with pages as (
            select *, row_number() over (order by listed_at desc, listed_rank, uri) as place
            from landing.fetches where source_id = $source and not is_inline
        ), wanted as (
            select *, case
                when fetched_at is null and failures < $patience then 0
                when changed_day is not null and fetched_at is not null and changed_day >= strftime(fetched_at, '%Y-%m-%d') then 1
                when $ask_unlisted and listed_at < $started and status not in (404, 410) then 1
                when place <= $newest then 2
                when tried_at is null or tried_at < $before then 3
            end as turn
            from pages
        )
        select * from wanted where turn is not null
        qualify turn < 3 or row_number() over (partition by turn order by tried_at nulls first, place) <= $at_most
        order by turn, if(turn = 3, tried_at, null) nulls first, place
    """
    values = {
        "source": visit.source_id,
        "patience": _PATIENCE,
        "ask_unlisted": ask_unlisted,
        "started": visit.started_at,
        "newest": rule.newest,
        "before": visit.started_at - rule.after,
        "at_most": rule.at_most,
    }
    names = ", ".join(Page.__dataclass_fields__)
    found = connection.execute(f"select {names} from ({select})", values).fetchall()  # noqa: S608 -- names of a dataclass
    return [Page(*row) for row in found]


def unlisted(connection: Connection, visit: Visit) -> list[str]:
    """The pages of a source that this visit's listings do not name, though earlier ones did."""
    select = "select uri from landing.fetches where source_id = ? and listed_at < ? order by uri"
    return [row["uri"] for row in tables.rows_of(connection, select, [visit.source_id, visit.started_at])]


def last_visits(connection: Connection, since: datetime) -> dict[str, dict[str, object]]:
    """The last visit of each source, with the last alarm raised after `since`."""
    select = """
        select visit.*, alarmed.alarm as last_alarm, alarmed.started_at as alarmed_at
        from landing.visits as visit
        left join (
            from landing.visits where alarm is not null and started_at >= ?
            qualify row_number() over (partition by source_id order by started_at desc) = 1
        ) as alarmed using (source_id)
        qualify row_number() over (partition by source_id order by visit.started_at desc) = 1
        order by source_id
    """
    return {row["source_id"]: row for row in tables.rows_of(connection, select, [since])}
