"""The dictionary says what the contracts say."""

from warehouse.contract import Column, all_contracts
from warehouse.dictionary import PATH, _row, dictionary


def test_the_written_dictionary_is_the_current_one():
    assert PATH.read_text(encoding="utf-8") == dictionary(), "run: make dictionary"


def test_every_public_column_stands_in_it():
    text = dictionary()
    for contract in all_contracts("main"):
        section = text.split(f"\n## {contract.table}\n")[1].split("\n## ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            column.name for column in contract.columns
        ]


def test_a_row_tells_unit_reference_values_and_null():
    column = Column("amount", "DOUBLE", "Money | sum.", nullable=True, unit="USD", accepted=("a", "b"), references="kinds.kind")
    assert _row(column) == "| `amount` | DOUBLE | Money \\| sum. | unit: USD; refers to `kinds.kind`; `a`, `b`; may be null |"
