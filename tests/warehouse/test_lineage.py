"""What a SELECT reads is told before any of it exists."""

import pytest

from warehouse.lineage import NotOneSelectError, tables_read


@pytest.mark.parametrize(
    ("select", "tables"),
    [
        ("select 1", []),
        ("from main.a", ["main.a"]),
        ("select * from staging.a join main.b using (id)", ["main.b", "staging.a"]),
        ("with c as (select * from landing.a) select * from c", ["landing.a"]),
        ("with a as (select * from main.a) select * from a", ["main.a"]),
        ("with c as (select 1), d as (select * from c join main.e on true) select * from d", ["main.e"]),
        ("select (select count(*) from main.a) + 1 as n", ["main.a"]),
        ("select * from main.a where id in (select id from main.b) and exists (from main.c)", ["main.a", "main.b", "main.c"]),
        ("select 1 from main.a union all (select 1 from main.b except select 1 from main.c)", ["main.a", "main.b", "main.c"]),
        ("select * from main.a semi join main.b using (id) anti join main.c using (id)", ["main.a", "main.b", "main.c"]),
        ("select * from read_csv('x.csv'), generate_series(1, 3), main.a", ["main.a"]),
        ("select * from main.a, lateral (select * from main.b where b.id = a.id)", ["main.a", "main.b"]),
        ("select unnest(list) from (from main.a) -- from main.b", ["main.a"]),
        ("select 'from main.b' as words from main.a", ["main.a"]),
        ("with recursive r as (select 1 as n union all select n + 1 from r, main.a where n < 3) from r", ["main.a"]),
        ("from a", ["main.a"]),
    ],
)
def test_tables_are_found_wherever_they_stand(select, tables):
    assert [".".join(table) for table in tables_read(select)] == tables


@pytest.mark.parametrize(
    "text", ["", "selec 1", "select 1; select 2", "create table a as select 1", "drop table a", "pivot a on kind using count(*)"]
)
def test_only_one_select_is_a_model(text):
    with pytest.raises(NotOneSelectError):
        tables_read(text)
