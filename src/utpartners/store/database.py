"""A catalogue as an SQLite database: writing it with its indexes, and whether one is whole.

Names and search are answered from indexes, which another program may have left as they were when
it changed the records, or made to say something else.
"""

from __future__ import annotations

import errno
import re
import sqlite3
from collections import deque
from contextlib import closing
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..i18n import translated
from ..progress import no_progress
from .name_index import write_all_spellings, write_spellings
from .sqlite_errors import fault
from .store import APPLICATION_ID, KINDS, SCHEMA_VERSION, connect, uri
from .text_index import require_terms, write_search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .. import model
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


def write_database(catalogue: model.Catalogue, path: str) -> None:
    """Write validated records as a new database, as a build does with the bundled catalogue.

    Raises :class:`utpartners.store.fill.InconsistentError`, or OSError.
    """
    from .fill import in_memory  # imports the model, which looking into a database does not need

    with closing(in_memory(catalogue, path)) as store:
        save(store, path)


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
    passed = progress(pieces, len(pieces), translated("Writing"))
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
        for write in progress([write_search], 0, translated("Indexing text")):
            write(target)


_INDEXED = {
    "names": (
        "SELECT kind, record, role, text, key, unordered FROM spelling ORDER BY 1, 2, 3, 4",
        """SELECT word, kind, record, role, text FROM word JOIN spelling s ON s.pk = spelling
        ORDER BY 1, 2, 3, 4, 5""",
    ),
    "search": (
        "SELECT * FROM search_text ORDER BY pk",
        "SELECT term, doc, col, offset FROM temp.search_instance",
    ),
}
"""What is made of the records, for each index."""


def damages(connection: sqlite3.Connection) -> Iterator[str]:
    """What is broken in the pages and indexes of a database; nothing where all is well."""
    try:
        rows = [str(what) for (what,) in connection.execute("PRAGMA integrity_check(10)")]
    except sqlite3.Error as error:
        if not _OF_SEARCH.search(str(error)):
            raise
        rows = [str(error)]
    if rows != ["ok"]:
        yield from map(_damage, rows)
        return
    with closing(connect("")) as copy:
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO search (search) VALUES ('integrity-check')")
            _make_anew(copy)
            require_terms(connection, "instance")
            require_terms(copy, "instance")
        except sqlite3.Error as error:
            yield _damage(str(error), is_of_search=True)
            return
        for index, queries in _INDEXED.items():
            if not all(_agree(connection, copy, query) for query in queries):
                yield translated("the index of {index} is not that of the records", index=index)


_OF_SEARCH = re.compile("fts5", re.IGNORECASE)
"""What SQLite says of the index of search; its own check looks into it from 3.44 on."""


def _damage(what: str, *, is_of_search: bool = False) -> str:
    if is_of_search or _OF_SEARCH.search(what):
        return translated("the index of search is damaged: {error}", error=what)
    return translated("the database is damaged: {what}", what=what)


def _make_anew(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.executescript("DELETE FROM word; DELETE FROM spelling;")
    copy.executescript("DROP TABLE search; DROP TABLE search_text;")
    write_spellings(copy, KINDS)
    write_search(copy)


def _agree(one: sqlite3.Connection, other: sqlite3.Connection, query: str) -> bool:
    return all(a == b for a, b in zip_longest(one.execute(query), other.execute(query)))
