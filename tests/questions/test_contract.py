"""The keys of every answer, on which other programs rely: adding is allowed, renaming is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from utpartners.answers import Card, Table
from utpartners.api import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.conftest import Built

    from utpartners.answers import Answer, Column
    from utpartners.model import Catalogue as Records

LIST = "id name abbreviation status countries institutions departments activities"
DEPTS = "code id name kind partnerships partners"
SHOW = (
    "id name abbreviation names status countries since note agreements institutions departments"
    " activities"
)
INSTITUTION = "id name names country city latitude longitude website ror"
DEPARTMENT = "code id name names"
ACTIVITY = (
    "partnership when calendar kind title format place participants departments others summary"
    " source"
)
AGREEMENT = "kind signed ends renews"
LINKS = "partnership_id partnership status countries department_code department"

LISTS = {
    "list": {"countries", "institutions", "departments"},
    "depts": {"partners"},
    "links": {"countries"},
}


def keys(columns: Sequence[Column]) -> list[str]:
    return [column.key for column in columns]


def answer(catalogue: Catalogue, question: str) -> Answer:
    answers: dict[str, Callable[[], Answer]] = {
        "list": catalogue.list,
        "dept": lambda: catalogue.dept("GS", "Eng"),
        "depts": catalogue.depts,
        "links": catalogue.export,
        "partnerships": lambda: catalogue.export("partnerships"),
        "activities": lambda: catalogue.export("activities"),
    }
    return answers[question]()


@pytest.mark.parametrize(
    ("question", "contract"),
    [
        ("list", LIST),
        ("dept", LIST),
        ("depts", DEPTS),
        ("links", LINKS),
        ("partnerships", LIST),
        ("activities", ACTIVITY),
    ],
)
def test_tables(catalogue: Catalogue, question: str, contract: str) -> None:
    """The contract's columns come first and in its order; further ones stand behind them."""
    wanted = contract.split()
    assert keys(answer(catalogue, question).columns)[: len(wanted)] == wanted


@pytest.mark.parametrize("question", LISTS)
def test_lists(catalogue: Catalogue, question: str) -> None:
    """What the contract marks as a list is one, also where it holds one thing or none."""
    table = answer(catalogue, question)
    assert isinstance(table, Table)
    for record in table.records():
        assert {key for key, value in record.items() if isinstance(value, list)} == LISTS[question]


def test_matrix(catalogue: Catalogue) -> None:
    """The matrix has the code, then the partnership ids and nothing else."""
    partnerships = [record["id"] for record in catalogue.list().records()]
    table = catalogue.matrix()
    assert keys(table.columns) == ["code", *partnerships]
    assert {value for row in table for value in row[1:]} == {True, False}


def test_a_partnership_called_code(built: Built, utokyo: Records) -> None:
    """Even a partnership with the id ``code`` leaves the departments' codes in the matrix."""
    renamed = msgspec.structs.replace(utokyo.partnerships[0], id="code")
    changed = msgspec.structs.replace(utokyo, partnerships=[renamed])
    first = next(Catalogue(built(changed)).matrix().records())
    assert "GS Law and Politics" in first.values()


@pytest.mark.parametrize(
    ("column", "contract"),
    [
        (None, SHOW),
        ("institutions", INSTITUTION),
        ("departments", DEPARTMENT),
        ("activities", ACTIVITY),
        ("agreements", AGREEMENT),
    ],
)
def test_card(catalogue: Catalogue, column: str | None, contract: str) -> None:
    """A card has the contract's keys first and in order, and so have its nested records."""
    card = catalogue.show("snu")
    assert isinstance(card, Card)
    inner = {field.key: field.columns for field in card.columns}
    wanted = contract.split()
    assert keys(inner[column] if column else card.columns)[: len(wanted)] == wanted


def test_nested_records(catalogue: Catalogue) -> None:
    """Every nested record of every card has all of its keys, whatever it leaves out."""
    for partnership in catalogue.list().records():
        card = catalogue.show(partnership["id"])
        for column in card.columns:
            if column.kind == "records":
                records = card.record()[column.key]
                assert all(list(record) == keys(column.columns) for record in records)
