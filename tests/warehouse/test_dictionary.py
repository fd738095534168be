"""The dictionary says what the contracts say."""

from warehouse.contract import Column, all_contracts
from warehouse.datapackage import PATH as PACKAGE
from warehouse.datapackage import as_text, published
from warehouse.dictionary import PATH, _row, dictionary
from warehouse.views import all_macros, all_views


def test_the_written_dictionary_is_the_current_one():
    assert PATH.read_text(encoding="utf-8") == dictionary(), "run: make dictionary"


def test_the_written_data_package_is_the_current_one():
    assert PACKAGE.read_text(encoding="utf-8") == as_text(published()), "run: make dictionary"


def test_the_data_package_keeps_the_promises_of_the_contracts():
    resources = {resource["name"]: resource["schema"] for resource in published()["resources"]}
    assert list(resources) == [item.table for item in (*all_contracts("main"), *all_views())]
    for contract in all_contracts("main"):
        schema = resources[contract.table]
        assert [field["name"] for field in schema["fields"]] == [column.name for column in contract.columns]
        assert schema["primaryKey"] == list(contract.grain)
        for field, column in zip(schema["fields"], contract.columns, strict=True):
            constraints = field.get("constraints", {})
            assert constraints.get("required", False) is not column.nullable
            assert constraints.get("enum", []) == list(column.accepted)
        for key in schema["foreignKeys"]:
            target = resources[key["reference"]["resource"]]
            assert key["reference"]["fields"][0] in [field["name"] for field in target["fields"]]


def test_every_macro_stands_in_the_dictionary_with_its_call():
    text = dictionary()
    assert all(f"| `{macro.call}` |" in text for macro in all_macros())


def test_every_public_column_stands_in_it():
    text = dictionary()
    for contract in [*all_contracts("main"), *all_views()]:
        section = text.split(f"\n## {contract.table}\n")[1].split("\n## ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            column.name for column in contract.columns
        ]


def test_a_row_tells_unit_reference_values_and_null():
    column = Column("amount", "DOUBLE", "Money | sum.", nullable=True, unit="USD", accepted=("a", "b"), references="kinds.kind")
    assert _row(column) == "| `amount` | DOUBLE | Money \\| sum. | unit: USD; refers to `kinds.kind`; `a`, `b`; may be null |"
