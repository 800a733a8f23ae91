"""Opens a catalogue that is an SQLite database: read-only, and trusting nothing in it."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from ..errors import CatalogueError, UnreadableError
from ..store.store import APPLICATION_ID, SCHEMA_VERSION, Store, connect, uri

if TYPE_CHECKING:
    from ..progress import Progress
    from ..relations.sheet import Lines, Sheet
    from ..store.relation import Relation

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite database."""


def is_database(path: str) -> bool:
    """Whether a file starts as an SQLite database does. False for one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def read_database(path: str, *, trusted: bool = False) -> Store:
    """The catalogue in a database. Raises CatalogueError for one that is no catalogue of ours.

    A ``trusted`` one was written by the build, and its tables need not be looked over.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(uri(path, "ro"))
        for setting in UNTRUSTED:
            connection.execute(setting)
        _require_ours(connection, path)
        if not trusted:
            _require_nothing_else(connection, path)
    except (sqlite3.Error, UnicodeDecodeError, CatalogueError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, CatalogueError):
            raise
        reason = error if isinstance(error, sqlite3.Error) else "the database is damaged"
        raise UnreadableError(path, f"it cannot be read: {reason}") from error
    store = Store(connection, path, indexed=True)
    store.is_checked = trusted
    return store


def database_sheets(store: Store, progress: Progress) -> dict[str, Sheet]:
    """The relations of a database, as those of any other form."""
    from ..relations.sheet import Sheet
    from ..store.tables import RELATIONS

    return {
        one.name: Sheet(
            store.origin, partial(_lines, store, one, progress), one.table, is_numbered=False
        )
        for one in RELATIONS
    }


def _lines(store: Store, relation: Relation, progress: Progress) -> Lines:
    from ..relations.sql import select

    yield 1, [column.name for column in relation.columns]
    booleans = {n for n, column in enumerate(relation.columns) if column.kind == "boolean"}
    (total,) = store.one(f"SELECT count(*) FROM main.{relation.table}") or (0,)  # noqa: S608
    rows = progress(store.rows(select(relation)), total, f"Checking {relation.table}")
    for number, row in enumerate(rows, 2):
        yield number, [_text(value, n in booleans) for n, value in enumerate(row)]


def _text(value: str | float | None, is_boolean: bool) -> str | None:
    """A value as a cell of CSV."""
    if is_boolean:
        return "true" if value else "false"
    if value == "":
        return _Empty()
    return value if value is None or isinstance(value, str) else repr(value)


class _Empty(str):
    """A text without letters, which is not the same as none: what takes it for none is wrong."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True


_WHOLE = """SELECT count(*) FROM main.catalogue
WHERE typeof(title) = 'text' AND typeof(home) = 'text' AND typeof(language) = 'text'"""
"""Asked by type, as SQLite takes a column's word for it that nothing in it is NULL."""

UNTRUSTED = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",
)
"""What a database is opened with that may come from anyone."""


def _require_ours(connection: sqlite3.Connection, path: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise UnreadableError(path, "it is an SQLite database, but not a catalogue of utpartners")
    if version != SCHEMA_VERSION:
        raise UnreadableError(
            path,
            f"it has version {version} of the tables; this utpartners reads {SCHEMA_VERSION}",
            "Write it again from its TOML file.",
        )


def _require_nothing_else(connection: sqlite3.Connection, path: str) -> None:
    from ..store.schema import schema_mismatch

    (count,) = connection.execute(_WHOLE).fetchone()
    strange = schema_mismatch(connection) or ("it has no catalogue" if not count else None)
    if strange:
        raise UnreadableError(
            path,
            f"it is not a catalogue as utpartners writes it: {strange}",
            "Write it again from its TOML file.",
        )
