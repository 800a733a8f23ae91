"""Opens a catalogue that is an SQLite database: read-only, and trusting nothing in it."""

from __future__ import annotations

import sqlite3

from ..errors import CatalogueError
from ..store.store import APPLICATION_ID, SCHEMA_VERSION, Store, connect, uri

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
        raise CatalogueError(f"cannot read {path}: {reason}") from error
    return Store(connection, path, indexed=True)


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
        raise CatalogueError(f"{path} is an SQLite database, but not a catalogue of utpartners")
    if version != SCHEMA_VERSION:
        raise CatalogueError(
            f"{path} has version {version} of the tables; this utpartners reads {SCHEMA_VERSION}",
            "Write it again from its TOML file.",
        )


def _require_nothing_else(connection: sqlite3.Connection, path: str) -> None:
    from ..store.tables import strangeness

    if strange := strangeness(connection):
        raise CatalogueError(
            f"{path} is not a catalogue as utpartners writes it: {strange}",
            "Write it again from its TOML file.",
        )
