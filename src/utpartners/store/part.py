"""A part of a catalogue: some partnerships, with all that they refer to.

Which rows of a table belong to the part follows from the foreign keys of ``schema.sql``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .schema import RECORD_TABLES, columns_of, keys_of, schema
from .sqlite_errors import translated_errors
from .store import Store, connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from .store import Row

_OF_CATALOGUE = "SELECT pk FROM main.{table} WHERE catalogue IN kept_catalogue"

_KEPT = {
    "partnership": "SELECT value AS pk FROM json_each(:partnerships)",
    "catalogue": """SELECT catalogue AS pk FROM main.partnership WHERE pk IN kept_partnership
  UNION SELECT pk FROM main.catalogue WHERE NOT EXISTS (SELECT 1 FROM kept_partnership)""",
    "status": _OF_CATALOGUE.format(table="status"),
    "phase": _OF_CATALOGUE.format(table="phase"),
    "initiative": _OF_CATALOGUE.format(table="initiative"),
    "agreement": "SELECT pk FROM main.agreement WHERE partnership IN kept_partnership",
    "activity": "SELECT pk FROM main.activity WHERE partnership IN kept_partnership",
    "person": "{references}",
    "department": "{references}",
    "institution": """SELECT pk FROM main.institution WHERE id IN (
    SELECT home FROM main.catalogue WHERE pk IN kept_catalogue)
  UNION {references}""",
    "country": """SELECT pk FROM main.country WHERE code IN (
  SELECT country FROM main.institution WHERE pk IN kept_institution)""",
}
"""The keys of the rows that are kept of each table of records, each after what it depends on."""


def part(store: Store, partnerships: Collection[int], *, whole: Collection[str] = ()) -> Store:
    """Return the partnerships of these keys, and of the other tables what they refer to.

    Of the tables in ``whole``, such as ``department``, every record of the catalogue is kept. The
    part is held in a file of its own, which vanishes with the connection.
    """
    kept = Store(connect(""), store.origin)
    kept.is_checked, kept.is_public = store.is_checked, store.is_public
    connection = kept.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(schema())
    bound = {"partnerships": sorted(partnerships)}
    keys = _keys(connection, whole)
    with translated_errors(store.origin), connection:
        for table in RECORD_TABLES:
            sql = f"{keys} SELECT * FROM main.{table} WHERE {_condition(connection, table)}"  # noqa: S608
            copy(connection, table, store.rows(sql, bound))
    return kept


def duplicate(store: Store) -> Store:
    """Return the same catalogue in a store of its own, whose language is not set yet."""
    found = Store(connect(""), store.origin)
    found.is_checked, found.is_public = store.is_checked, store.is_public
    connection = found.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(schema())
    with translated_errors(store.origin), connection:
        for table in RECORD_TABLES:
            copy(connection, table, store.rows(f"SELECT * FROM main.{table}"))  # noqa: S608
    return found


def _condition(connection: sqlite3.Connection, table: str) -> str:
    """Return the condition on the rows of a table that belong to the part."""
    if table in _KEPT:
        return f"pk IN kept_{table}"
    columns = columns_of(connection, table)
    if "record" in columns:
        kinds = (f"WHEN '{kind}' THEN record IN kept_{kind}" for kind in _KEPT)
        return f"CASE kind {' '.join(kinds)} END"
    keys = keys_of(connection, table)
    owner, *_ = (column for column in columns if column in keys)
    condition = f"{owner} IN kept_{keys[owner]}"
    # What a record replaces may be outside the part.
    among = (column for column in keys if column != owner and keys[column] == keys[owner])
    return " AND ".join([condition, *(f"{column} IN kept_{keys[column]}" for column in among)])


def _keys(connection: sqlite3.Connection, whole: Collection[str]) -> str:
    """Return the common table expressions with the keys of the kept rows."""
    kept = _KEPT | {table: _OF_CATALOGUE.format(table=table) for table in whole}
    tables = (
        f"kept_{table} (pk) AS ({keys.format(references=_references(connection, table))})"
        for table, keys in kept.items()
    )
    return f"WITH {', '.join(tables)}"


def _references(connection: sqlite3.Connection, target: str) -> str:
    """Return the query for the rows of a table to which the kept rows of all others refer.

    Rows that a record has, such as the former names of an institution, do not keep it. Those to
    which kept rows of the table itself refer come last, as SQLite asks recursively then.
    """
    referring = (
        (table, column)
        for table in RECORD_TABLES
        for column, referred in keys_of(connection, table).items()
        if referred == target and column != "pk" and not table.startswith(f"{target}_")
    )
    return " UNION ".join(
        f"SELECT {column} FROM main.{table} WHERE {column} IS NOT NULL AND {condition}"  # noqa: S608
        if table != target
        else f"SELECT r.{column} FROM kept_{target} k JOIN main.{table} r ON r.pk = k.pk"  # noqa: S608
        f" WHERE r.{column} IS NOT NULL"
        for table, column in sorted(referring, key=lambda one: one[0] == target)
        if (condition := _condition(connection, table))
    )


def copy(connection: sqlite3.Connection, table: str, rows: Iterator[Row]) -> None:
    """Insert whole rows into a table."""
    columns = connection.execute(f"SELECT * FROM {table}").description  # noqa: S608
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
