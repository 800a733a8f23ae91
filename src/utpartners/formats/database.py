"""A catalogue as an SQLite database, which opens at once at any size.

It may be from anyone: it is opened read-only, nothing that it defines is run, and its rows are
looked over before they are written in another form.
"""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from typing import TYPE_CHECKING

from ..errors import CatalogueError, UnreadableError
from ..i18n import translated
from ..store.store import APPLICATION_ID, SCHEMA_VERSION, Store, connect, uri

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..progress import Progress
    from ..store.relation import Relation
    from .input_file import InputFile
    from .sheets import Lines, Sheet


def read(source: InputFile, progress: Progress) -> Store:
    """Return the catalogue in a database. Raises CatalogueError for one that is not ours."""
    # On POSIX, closing a file drops every lock that the process has on it, SQLite's included: close
    # ours before SQLite opens the file by its name.
    source.close()
    return _read(source.path, source.start, source.is_trusted)


def read_database(path: str, *, trusted: bool = False) -> Store:
    """Return the catalogue in a database. Raises CatalogueError for one that is not ours.

    A ``trusted`` one was written by the build, and its tables need not be looked over.
    """
    try:
        with open(path, "rb") as file:
            start = file.read(20)
    except (OSError, ValueError):
        start = b""  # SQLite says why it cannot be opened
    return _read(path, start, trusted)


def _read(path: str, start: bytes, trusted: bool) -> Store:
    return _opened(path, lambda: connect(uri(path, "ro") + _immutable(path, start)), trusted)


def read_image(content: bytes, name: str) -> Store:
    """Return the catalogue in the content of a database. Raises CatalogueError."""

    def in_memory() -> sqlite3.Connection:
        connection = connect(":memory:")
        if not hasattr(connection, "deserialize"):  # SQLite may be built without it
            connection.close()
            raise CatalogueError(
                translated("{path}: this SQLite reads databases from files only", path=name),
                translated("Save its content to a file first, and name that file."),
            )
        # A database in memory has no write-ahead log, and SQLite refuses one that asks for it.
        is_wal = content[18:20] == _WAL
        image = content[:18] + b"\x01\x01" + content[20:] if is_wal else content
        try:
            connection.deserialize(image)
        except BaseException:
            connection.close()
            raise
        return connection

    return _opened(name, in_memory, trusted=False)


def _opened(path: str, connected: Callable[[], sqlite3.Connection], trusted: bool) -> Store:
    connection: sqlite3.Connection | None = None
    try:
        connection = connected()
        for setting in _UNTRUSTED:
            connection.execute(setting)
        _require_ours(connection, path)
        if not trusted:
            _require_nothing_else(connection, path)
    except (sqlite3.Error, UnicodeDecodeError, CatalogueError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, CatalogueError):
            raise
        # The name of a table in a damaged schema may be no UTF-8, which Python reports by itself.
        reason = (
            error if isinstance(error, sqlite3.Error) else translated("the database is damaged")
        )
        raise UnreadableError(
            path, translated("cannot be read: {reason}", reason=reason)
        ) from error
    store = Store(connection, path, indexed=True)
    store.is_checked = trusted
    return store


_WAL = b"\x02\x02"
"""Bytes 18 and 19 of a database that another program has set to a write-ahead log."""


def _immutable(path: str, start: bytes) -> str:
    """Return what is added to the URI of a database whose write-ahead log is empty.

    SQLite would make two files beside it, which it cannot in a folder that is read-only.
    """
    try:
        is_wal = start[18:20] == _WAL
        log = os.path.getsize(f"{path}-wal") if is_wal and os.path.exists(f"{path}-wal") else 0
    except (OSError, ValueError):
        return ""
    return "&immutable=1" if is_wal and not log else ""


_UNTRUSTED = (
    "PRAGMA trusted_schema = OFF",  # no function with side effects is called from the schema
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",  # damaged pages are found where they are read
)
"""What a database is opened with that may come from anyone."""

_WHOLE = """SELECT count(*) FROM main.catalogue
WHERE typeof(title) = 'text' AND typeof(home) = 'text' AND typeof(language) = 'text'"""
"""Asked by type: as the columns are NOT NULL, SQLite answers IS NOT NULL without a look at them."""


def _require_ours(connection: sqlite3.Connection, path: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise UnreadableError(
            path, translated("an SQLite database, but not a utpartners catalogue")
        )
    if version != SCHEMA_VERSION:
        raise _of_another_version(path, version)


def _of_another_version(path: str, version: int) -> UnreadableError:
    """Return the error for a database of another version, with the command that writes it anew."""
    from ..shell import word

    command = f"utpartners export --data catalogue.toml -o {word(path)} --force"
    if version < SCHEMA_VERSION:
        what = translated(
            "written by an earlier version of utpartners "
            "(its tables have version {version}; this utpartners reads {known})"
        )
        hint = translated("Write it again from the TOML file that it was made from:")
    else:
        what = translated(
            "written by a later version of utpartners "
            "(its tables have version {version}; this utpartners reads {known})"
        )
        hint = translated(
            "Update utpartners. Or write it again from the TOML file that it was made from:"
        )
    what = what.format(version=version, known=SCHEMA_VERSION)
    return UnreadableError(path, what, f"{hint}\n  {command}")


def _require_nothing_else(connection: sqlite3.Connection, path: str) -> None:
    from ..store.schema import schema_mismatch

    (count,) = connection.execute(_WHOLE).fetchone()
    strange = schema_mismatch(connection) or (
        translated("no catalogue in it") if not count else None
    )
    if strange:
        raise UnreadableError(
            path,
            translated("not a catalogue as utpartners writes it: {strange}", strange=strange),
            translated("Write it again from its TOML file."),
        )


def database_sheets(store: Store, progress: Progress) -> dict[str, Sheet]:
    """Return the relations of a database, with cells like those of CSV."""
    from ..store.tables import RELATIONS
    from .sheets import Sheet

    return {
        one.name: Sheet(
            store.origin, partial(_lines, store, one, progress), one.table, is_numbered=False
        )
        for one in RELATIONS
    }


def _lines(store: Store, relation: Relation, progress: Progress) -> Lines:
    from .relation_sql import select

    yield 1, [column.name for column in relation.columns]
    booleans = {n for n, column in enumerate(relation.columns) if column.kind == "boolean"}
    (total,) = store.one(f"SELECT count(*) FROM main.{relation.table}") or (0,)  # noqa: S608
    rows = progress(
        store.rows(select(relation)), total, translated("Checking {table}", table=relation.table)
    )
    for number, row in enumerate(rows, 2):
        yield number, [_text(value, n in booleans) for n, value in enumerate(row)]


def _text(value: str | float | None, is_boolean: bool) -> str | None:
    """Return a value as a cell of CSV."""
    if is_boolean:
        return "true" if value else "false"
    if value == "":
        return _Empty()
    return value if value is None or isinstance(value, str) else repr(value)


class _Empty(str):
    """A text without letters, of a column that may also be NULL.

    The readers of sheets take a cell that is false for one where nothing stands, as CSV cannot
    tell the two apart. A database can, and there an empty text is an error: a key whose value is
    text has at least one letter. Being true, this one is looked at like any other text.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        return True


def verified(store: Store, progress: Progress) -> Store:
    """Return the store, or one with the same rows where nobody has looked at them yet.

    Raises CatalogueError where a row has a wrong shape or does not fit the others.
    """
    (catalogues,) = store.one("SELECT count(*) FROM main.catalogue") or (0,)
    if store.is_checked or catalogues > 1:  # only a database holds several, as it is
        return store
    from .load import load

    return load(database_sheets(store, progress), store.origin, progress)


def write(store: Store, path: str, progress: Progress) -> None:
    """Write the tables of the store itself as a new file, with the indexes of names and search."""
    from ..store.database import save

    save(store, path, progress)
