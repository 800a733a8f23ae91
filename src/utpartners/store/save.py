"""Writes the tables of a catalogue as a database, with the indexes of names and of search."""

from __future__ import annotations

import errno
import sqlite3
from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING

from ..progress import no_progress
from .fulltext import write_search
from .spellings import write_all_spellings, write_spellings
from .sqlite_errors import fault
from .store import APPLICATION_ID, KINDS, SCHEMA_VERSION, connect, uri

if TYPE_CHECKING:
    from ..progress import Progress
    from .store import Store

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

CACHE = 64 * 1024
"""KiB of the file that are kept in memory."""


def save(store: Store, path: str, progress: Progress = no_progress) -> None:
    """Write a store as a new database, with both indexes. Raises OSError where that cannot be.

    The tables are copied first, so that the indexes are written only once, into the file itself.
    """
    try:
        with closing(connect(uri(path))) as target:
            for setting in _UNTIL_WHOLE:
                target.execute(setting)
            _copy(store, target, progress)
            _index(store, target, progress)
            target.commit()
            target.execute("PRAGMA journal_mode = DELETE")
            target.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            target.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _OF_TARGET:
            number = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO
            raise OSError(number, str(error)) from error
        raise fault(error, store.origin) from error


_UNTIL_WHOLE = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    f"PRAGMA cache_size = -{CACHE}",
)
"""A file that is not whole is thrown away: nothing need be kept to mend it."""


def _copy(store: Store, target: sqlite3.Connection, progress: Progress) -> None:
    """Copy the tables piece by piece, as in between the program can be interrupted."""
    store.connection.commit()  # what is still being written would be waited for, without end
    (pages,) = store.connection.execute("PRAGMA page_count").fetchone()
    pieces = range(-(-pages // PIECE))
    passed = progress(pieces, len(pieces), "Writing")
    store.connection.backup(target, pages=PIECE, progress=lambda *_: next(passed, None))
    deque(passed, maxlen=0)


PIECE = 2000
"""Pages that are copied at once."""


def _index(store: Store, target: sqlite3.Connection, progress: Progress) -> None:
    kinds, is_searchable = store.unindexed()
    if len(kinds) == len(KINDS):
        write_all_spellings(target, progress)
    elif kinds:
        write_spellings(target, kinds, progress)
    if not is_searchable:
        for write in progress([write_search], 0, "Indexing text"):
            write(target)
