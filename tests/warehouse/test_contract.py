"""Contracts say what they promise, and say what is wrong with them."""

import pytest

from warehouse import contract
from warehouse.contract import Column, Contract, ContractError

KINDS = 'description = "Kinds."\ngrain = ["kind"]\n[columns]\nkind = { type = "VARCHAR", description = "Code." }\n'


@pytest.fixture
def load(tmp_path, monkeypatch):
    monkeypatch.setattr(contract, "MODELS", tmp_path)
    (tmp_path / "main").mkdir()

    def write(text):
        (tmp_path / "main" / "kinds.toml").write_text(text)
        contract.load.cache_clear()
        return contract.load("main", "kinds")

    yield write
    contract.load.cache_clear()


def test_a_contract_is_read(load):
    assert load(KINDS) == Contract("main", "kinds", "Kinds.", ("kind",), (Column("kind", "VARCHAR", "Code."),))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (KINDS.replace('["kind"]', '["name"]'), "grain names no column: name"),
        (KINDS.replace('description = "Code."', 'meaning = "Code."'), "column kind: unknown key meaning"),
        (KINDS.replace('type = "VARCHAR", ', ""), "type"),
        (KINDS.replace('{ type = "VARCHAR", description = "Code." }', '"VARCHAR"'), "column kind"),
        (KINDS.replace('grain = ["kind"]', ""), "grain"),
        (KINDS.replace('description = "Kinds."', 'description = "Kinds."\nowner = "me"'), "owner"),
        (KINDS + "kind = ", "kinds.toml"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_column(load, text, words):
    with pytest.raises(ContractError, match=words) as told:
        load(text)
    assert "kinds.toml" in str(told.value)


def test_a_contract_that_is_not_there():
    with pytest.raises(ContractError, match=r"nothing\.toml"):
        contract.load("main", "nothing")


def test_ddl_and_comments_survive_quotes():
    column = Column("word", "VARCHAR", "What's said.", accepted=("it's", "b"))
    promised = Contract("main", "words", "People's words.", ("word",), (column,))
    assert "check (word in ('it''s', 'b'))" in promised.ddl()
    assert promised.comments()[1] == "comment on column main.words.word is 'What''s said.'"


def test_a_reference_is_a_check_that_returns_the_missing_values(connection):
    connection.execute("create table main.countries as select 'KE' as country_code")
    connection.execute("create table main.acts as select unnest(['KE', 'XX', 'XX', null]) as country")
    column = Column("country", "VARCHAR", "Where.", nullable=True, references="countries.country_code")
    checks = Contract("main", "acts", "Acts.", (), (column,)).reference_checks()
    assert {name: connection.execute(select).fetchall() for name, select in checks.items()} == {"country_exists": [("XX", 2)]}
