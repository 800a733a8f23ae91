"""Columns, and the statements that give their values."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from utpartners.answers import Column, Network, Table
from utpartners.questions.columns import (
    SqlColumn,
    columns_of,
    list_of,
    read,
    records_of,
    table_columns,
)
from utpartners.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.api import Catalogue


@pytest.fixture
def store() -> Iterator[Store]:
    """Two tables with awkward names and types of columns."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """
        CREATE TABLE a (pk, "when", planned);
        CREATE TABLE b (a, name, "of", is_new);
        INSERT INTO a VALUES (1, '2019', 1), (2, NULL, 0);
        INSERT INTO b VALUES (1, 'y', '["not", "json"]', 0), (1, 'x', NULL, 1);
        """
    )
    with closing(Store(connection, "test")) as store:
        yield store


FIELDS = (
    *table_columns("a", Column("when"), Column("planned", "boolean")),
    SqlColumn(Column("names", "list"), list_of("name", "FROM b WHERE b.a = a.pk ORDER BY name")),
    records_of(
        "records",
        (
            *table_columns("b", Column("name"), Column("of"), Column("is_new", "boolean")),
            SqlColumn(
                Column("others", "list"), list_of("c.name", "FROM b c WHERE c.name <> b.name")
            ),
            records_of(
                "inner",
                table_columns("c", Column("name")),
                "FROM b c WHERE c.name = b.name",
            ),
        ),
        "FROM b WHERE b.a = a.pk ORDER BY name",
    ),
)


def test_values(store: Store) -> None:
    """Booleans, lists and records in records come as such; text that looks like JSON stays text."""
    rows = list(read(store, FIELDS, "SELECT {fields} FROM a ORDER BY pk"))
    x = ("x", None, True, ["y"], [("x",)])
    y = ("y", '["not", "json"]', False, ["x"], [("y",)])
    assert rows == [("2019", True, ["x", "y"], [x, y]), (None, False, [], [])]


def test_columns() -> None:
    """The columns of nested records are those of their fields, in their order."""
    *_, records = columns_of(FIELDS)
    assert [column.key for column in records.columns] == ["name", "of", "is_new", "others", "inner"]
    assert [column.key for column in records.columns[-1].columns] == ["name"]


def test_an_unknown_column_is_no_text(store: Store) -> None:
    """A column that the table does not have is an error: SQLite could take its name for a text."""
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        list(read(store, table_columns("a", Column("nope")), "SELECT {fields} FROM a"))


def nodes(catalogue: Catalogue) -> Table:
    shape = catalogue.network().shape
    assert isinstance(shape, Network)
    return shape.nodes


BY_HAND: dict[str, Callable[[Catalogue], Table]] = {
    "stats": lambda catalogue: catalogue.stats(),
    "links of the network": lambda catalogue: catalogue.network(),
    "nodes of the network": nodes,
}


@pytest.mark.parametrize("question", BY_HAND)
def test_statements_by_hand(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    """A statement that is written by hand names its columns as the answer does, in their order."""
    names: list[list[str]] = []
    own_read = Store._read

    def noting(store: Store, cursor: sqlite3.Cursor, *rest: Any) -> Iterator[tuple[Any, ...]]:
        names.append([name for name, *_ in cursor.description])
        return own_read(store, cursor, *rest)

    monkeypatch.setattr(Store, "_read", noting)
    table = BY_HAND[question](catalogue)
    list(table)
    keys = [column.key for column in table.columns]
    answering = [name for name in names if len(name) == len(keys)]
    assert answering
    assert all(name == keys for name in answering)


@given(st.lists(st.none() | st.integers(-9, 9) | st.text('ab",[]\\é\n ', max_size=4), max_size=4))
@example(['","'])
@example(["a", None, "b"])
@example(["a", 1])
@example([""])
def test_lists(value: list[Any]) -> None:
    """A list is read as SQLite writes it: texts with quotes and commas, numbers, null."""
    with closing(sqlite3.connect(":memory:")) as connection:
        store = Store(connection, "lists")
        fields = (SqlColumn(Column("list", "list"), "(SELECT json(:list))"),)
        rows = read(store, fields, "SELECT {fields}", {"list": json.dumps(value)})
        assert list(rows) == [(value,)]
