"""Writes the tables of a catalogue as a database, with the indexes of names and of search."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from .faults import fault
from .store import APPLICATION_ID, KINDS, SCHEMA_VERSION, connect, uri
from .watch import unwatched

if TYPE_CHECKING:
    from collections.abc import Callable

    from .store import Store
    from .watch import Watch

_OF_TARGET = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
    }
)
"""Errors, without their details, that speak of the file that is written."""


def save(store: Store, path: str, watch: Watch = unwatched) -> None:
    """Write a store as a new database, page by page. Raises OSError where that cannot be."""
    steps: list[Callable[[], None]] = [
        *(partial(store.require_spellings, [kind]) for kind in KINDS),
        store.require_search,
        partial(_copy, store, path),
    ]
    for step in watch(steps, len(steps), "Writing"):
        step()


def _copy(store: Store, path: str) -> None:
    target = connect(uri(path))
    try:
        with closing(target):
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            store.connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            target.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            target.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _OF_TARGET:
            number = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO
            raise OSError(number, str(error)) from error
        raise fault(error, store.origin) from error
