"""Whether a database is whole, and its indexes say what its records say.

Names and search are answered from indexes, which another program may have left as they were when
it changed the records, or made to say something else.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import zip_longest
from typing import TYPE_CHECKING

from .fulltext import write_search
from .spellings import write_spellings
from .store import KINDS, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

DERIVED = {
    "names": (
        "SELECT kind, record, role, text, key, unordered FROM spelling ORDER BY 1, 2, 3, 4",
        """SELECT word, kind, record, role, text FROM word JOIN spelling s ON s.pk = spelling
        ORDER BY 1, 2, 3, 4, 5""",
    ),
    "search": (
        "SELECT kind, id, catalogue, partnership, title, names, body FROM search ORDER BY 1, 2, 3",
    ),
}
"""What is made of the records, for each index."""


def damages(connection: sqlite3.Connection) -> Iterator[str]:
    """What is broken in the pages and indexes of a database; nothing where all is well."""
    rows = [str(what) for (what,) in connection.execute("PRAGMA integrity_check(10)")]
    if rows != ["ok"]:
        yield from (f"the database is damaged: {what}" for what in rows)
        return
    with closing(connect("")) as copy:
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO search (search) VALUES ('integrity-check')")
            _make_anew(copy)
        except sqlite3.Error as error:
            yield f"the index of search is damaged: {error}"
            return
        for index, queries in DERIVED.items():
            if not all(_agree(connection, copy, query) for query in queries):
                yield f"the index of {index} is not that of the records"


def _make_anew(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.executescript("DELETE FROM word; DELETE FROM spelling; DROP TABLE search;")
    write_spellings(copy, KINDS)
    write_search(copy)


def _agree(one: sqlite3.Connection, other: sqlite3.Connection, query: str) -> bool:
    return all(a == b for a, b in zip_longest(one.execute(query), other.execute(query)))
