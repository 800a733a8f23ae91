"""Several catalogues as one store: their rows side by side, what is the same in them once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .part import TABLES
from .same import JOINED, Same
from .schema import columns_of, keys_of, schema
from .sqlite_errors import translated_errors
from .store import Store, connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    Record = dict[str, Any]

_FIRST = ("country", "institution", "catalogue", "department")
ORDER = (*_FIRST, *(table for table in TABLES if table not in _FIRST))
"""The tables, each after those that its rows are told apart by."""


def joined(stores: Sequence[Store]) -> Store:
    """One store of the rows of all, in a file of its own that vanishes with the connection.

    Countries are the same by code, institutions by ROR id or else by id, departments of the same
    home by id. What two catalogues say differently of one is in ``conflicts``, and the first is
    believed. Raises CatalogueError, naming both, where they contradict each other in what records
    are known by.
    """
    whole = Store(connect(""), _origin([store.origin for store in stores]))
    try:
        whole.conflicts = _fill(whole, stores)
    except BaseException:
        whole.close()
        raise
    whole.is_checked = all(store.is_checked for store in stores)
    return whole


def _fill(whole: Store, stores: Sequence[Store]) -> tuple[str, ...]:
    """Copy all stores into an empty one; returns their conflicts."""
    whole.connection.execute("PRAGMA foreign_keys = OFF")
    whole.connection.executescript(schema())
    same = Same(whole)
    for store in stores:
        with translated_errors(store.origin), whole.connection:
            _add(whole.connection, store, same)
    same.require_each_partnership_once()
    return tuple(same.conflicts)


def _origin(names: Sequence[str]) -> str:
    """What to call catalogues together, the first few by name."""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return " + ".join(names[:3]) + more


def _add(connection: sqlite3.Connection, store: Store, same: Same) -> None:
    same.begin(store)
    for table in ORDER:
        columns, keys = columns_of(connection, table), keys_of(connection, table)
        records = (
            dict(zip(columns, row, strict=True))
            for row in store.rows(f"SELECT * FROM main.{table}")  # noqa: S608
        )
        insert = f"INSERT INTO main.{table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        own = (tuple(record.values()) for record in _own(same, table, keys, records))
        if table in _FIRST:
            for row in own:
                connection.execute(insert, row)
        else:
            connection.executemany(insert, own)


def _own(
    same: Same, table: str, keys: dict[str, str], records: Iterable[Record]
) -> Iterator[Record]:
    """The records that were not there yet, with the keys that they have in the whole."""
    for record in records:
        if table in JOINED and same.merge(table, record):
            continue
        if "record" in record:
            if same.was_merged(record["kind"], record["record"]):
                continue
            record["record"] = same.key(record["kind"], record["record"])
        for column, target in keys.items():
            if record[column] is not None:
                record[column] = same.key(target, record[column])
        if table == "catalogue":
            same.settle_home(record)
        yield record
