"""A catalogue as a connection that answers SQL."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from .. import spelling
from ..errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .. import model

    Row = tuple[Any, ...]

OLDEST_SQLITE = (3, 37, 0)
"""The first release with STRICT tables."""


class Store:
    """The tables of one catalogue. ``origin`` says, for people, where they came from."""

    def __init__(self, connection: sqlite3.Connection, origin: str) -> None:
        self.connection = connection
        self.origin = origin
        self._spelled = False

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """The rows of a query, read as they are asked for; a list is bound as a JSON array."""
        bound = {
            name: json.dumps(value) if isinstance(value, (list, tuple)) else value
            for name, value in (parameters or {}).items()
        }
        return self.connection.execute(sql, bound)

    def one(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def require_spellings(self) -> None:
        """Fill the index of names, unless it is there: only questions with a name need it."""
        if not self._spelled:
            write_spellings(self.connection)
            self._spelled = True


def in_memory(catalogue: model.Catalogue, origin: str) -> Store:
    """The tables of validated records, held in memory.

    Raises :class:`utpartners.store.build.Inconsistent`.
    """
    from .build import build

    connection = connect(":memory:")
    build(catalogue, connection)
    return Store(connection, origin)


def connect(target: str) -> sqlite3.Connection:
    """A connection with foreign keys enforced."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise UtpartnersError(
            f"this Python has SQLite {sqlite3.sqlite_version}, which is too old",
            "utpartners needs SQLite 3.37 or later; a newer Python brings one.",
        )
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


_NAMED = """
SELECT 'partnership', pk, 'id', id FROM partnership
UNION ALL SELECT 'partnership', pk, 'name', name FROM partnership
UNION ALL SELECT 'partnership', pk, 'abbreviation', abbreviation FROM partnership
UNION ALL SELECT 'institution', pk, 'id', id FROM institution
UNION ALL SELECT 'institution', pk, 'name', name FROM institution
UNION ALL SELECT 'institution', pk, 'abbreviation', abbreviation FROM institution
UNION ALL SELECT 'department', pk, 'id', id FROM department
UNION ALL SELECT 'department', pk, 'code', code FROM department
UNION ALL SELECT 'department', pk, 'name', name FROM department
UNION ALL SELECT 'country', pk, 'code', code FROM country
UNION ALL SELECT 'country', pk, 'name', name FROM country
UNION ALL SELECT kind, record, language, text FROM translation WHERE kind <> 'initiative'
UNION ALL SELECT kind, record, 'alias', text FROM alias
"""


def write_spellings(connection: sqlite3.Connection) -> None:
    """Fill ``spelling`` and ``word`` from every name that the tables hold."""
    spellings, words = [], []
    for pk, (kind, record, role, text) in enumerate(connection.execute(_NAMED), 1):
        if text is None:
            continue
        spellings.append(
            (pk, kind, record, role, text, spelling.key(text), spelling.unordered(text))
        )
        words.extend((word, pk) for word in spelling.entries(text))
    connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?)", spellings)
    connection.executemany("INSERT INTO word VALUES (?, ?)", words)
