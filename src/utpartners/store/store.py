"""An open catalogue: a connection to its tables, which answers SQL with bound parameters."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import UtpartnersError, another_sqlite
from ..i18n import translated
from . import KINDS as KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Row = tuple[Any, ...]

OLDEST_SQLITE = (3, 37, 0)
"""The first release with STRICT tables."""

APPLICATION_ID = 0x75745031
"""What marks a database as a catalogue: ``utP1``."""

SCHEMA_VERSION = 9
"""Version of the tables in ``schema.sql``."""

STEPS_BETWEEN_LOOKS = 100_000
"""Steps of SQLite's virtual machine after which Python can see that Ctrl-C was pressed."""

_HOMES = "SELECT home FROM main.catalogue GROUP BY home ORDER BY min(pk)"


class Store:
    """The tables of one catalogue, or of several that are asked as one.

    ``origin`` names them in messages: the path or paths that they were read from.
    """

    def __init__(
        self, connection: sqlite3.Connection, origin: str, *, indexed: bool = False
    ) -> None:
        self._connection = connection
        self.origin = origin
        self._spelled = set(KINDS) if indexed else set()
        self._searchable = indexed
        self.is_checked = not indexed
        """Whether the rows have passed the checks; those of a database may come from anyone."""
        self.is_public = False
        """Whether it has public facts only, as :func:`~.public.public_store` gives them."""
        self.conflicts: tuple[str, ...] = ()
        """The differences between catalogues that were merged, each as a message."""
        self.notes: list[str] = []
        """What there is to tell about how names were read, beside the answer."""
        self._is_closed = False
        self._functions: set[str] = set()
        self._homes: list[str] | None = None
        self._language: str | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection to the tables. Raises UtpartnersError once the store is closed."""
        if self._is_closed:
            from .sqlite_errors import closed

            raise closed(self.origin)
        return self._connection

    def close(self) -> None:
        """Close the database; nothing can be asked any more."""
        self._is_closed = True
        self._connection.close()

    def rows(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Return the rows of a query, read as they are needed; a list is bound as a JSON array.

        Raises CatalogueError, now or on the way, where the database cannot be read.
        """
        bound = {name: bindable(value) for name, value in (parameters or {}).items()}
        try:
            cursor = self.connection.execute(sql, bound)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise self._fault(error) from error
        return self._read(cursor, sql, bound)

    def _read(self, cursor: sqlite3.Cursor, sql: str, bound: dict[str, Any]) -> Iterator[Row]:
        done = 0
        try:
            for row in cursor:
                yield row
                done += 1
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_ABORT_ROLLBACK:
                raise self._fault(error) from error
            # Another question has made an index meanwhile, which aborts the statements that are
            # being read: ask again, and go on after the rows that were read before.
            yield from islice(self.rows(sql, bound), done, None)

    def _fault(self, error: Exception) -> BaseException:
        from .sqlite_errors import fault

        return fault(error, self.origin)

    def define(self, name: str, arguments: int, function: Callable[..., Any]) -> None:
        """Define a function for queries, unless one of that name is defined already.

        SQLite refuses to replace a function while a statement that uses it is still read.
        """
        if name not in self._functions:
            self.connection.create_function(name, arguments, function, deterministic=True)
            self._functions.add(name)

    def one(self, sql: str, parameters: Mapping[str, Any] | None = None) -> Row | None:
        """Return the first row of a query, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    @property
    def homes(self) -> list[str]:
        """The ids of the home institutions; several where catalogues were merged."""
        if self._homes is None:
            self._homes = [home for (home,) in self.rows(_HOMES)]
        return self._homes

    @property
    def language(self) -> str | None:
        """The language that answers are in; None for that of the catalogue."""
        return self._language

    def set_language(self, language: str) -> None:
        """Answer with names in a language (BCP 47) from now on, where the catalogue has them.

        A wider or narrower tag will do: ``zh`` finds ``zh-Hans``, ``ja-JP`` finds ``ja``.
        Raises UsageError for a language in which neither the catalogue nor the program has a word.
        """
        from .language import matching_languages, shadow_names

        if language != self._language:
            shadow_names(self.connection, matching_languages(self.connection, language))
            self._language = language

    def require_search(self) -> None:
        """Make the index of full-text search, unless there is one."""
        if not self._searchable:
            from .text_index import write_search

            write_search(self.connection)
            self._searchable = True

    def require_spellings(self, kinds: Iterable[str]) -> None:
        """Fill the index of names for some kinds of record, unless it is filled.

        Only questions that look for a name need it, and it takes longer than the tables.
        """
        if missing := [kind for kind in kinds if kind not in self._spelled]:
            from .name_index import write_spellings

            write_spellings(self.connection, missing)
            # SQLite takes back what is not committed where a later statement finds no memory.
            self.connection.commit()
            self._spelled.update(missing)

    def unindexed(self) -> tuple[list[str], bool]:
        """Return the kinds whose names are not indexed, and whether text can be searched."""
        return [kind for kind in KINDS if kind not in self._spelled], self._searchable


def bindable(value: Any) -> Any:
    """Return a value as SQLite takes it: a list as a JSON array, a date as the tables have it."""
    if isinstance(value, (list, tuple)):
        import json  # most questions bind no list

        return json.dumps(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, int):
        return min(value, LARGEST)
    return encodable(value) if isinstance(value, str) else value


LARGEST = 2**63 - 1
"""The largest number of SQLite. As a limit, a larger one means the same: all rows."""


def encodable(text: str) -> str:
    """Return text that SQLite accepts: without the lone surrogates that stand for other bytes."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def uri(path: str, mode: str = "rwc") -> str:
    """Return the URI by which SQLite opens a file, in a mode such as ``ro``."""
    if os.name == "nt":
        path = path.replace("\\", "/")
        # A drive would be taken for a part of the path: https://www.sqlite.org/uri.html.
        path = f"/{path}" if path[1:2] == ":" else path
    for special, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        path = path.replace(special, code)
    # After two slashes SQLite expects the name of a host, which is empty here.
    return f"file:{'//' if path.startswith('//') else ''}{path}?mode={mode}"


def _go_on() -> int:
    return 0


class _Connection(sqlite3.Connection):
    """A connection that closes itself when nothing refers to it any more, not even unread rows."""

    def __del__(self) -> None:
        # Python 3.13 warns of what was left open. One that could not be opened cannot be closed.
        with suppress(sqlite3.ProgrammingError):
            self.close()


def connect(target: str) -> sqlite3.Connection:
    """Return a connection with foreign keys enforced. Raises UtpartnersError for an old SQLite."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise UtpartnersError(
            translated(
                "this Python has SQLite {sqlite_version}, which is too old",
                sqlite_version=sqlite3.sqlite_version,
            ),
            another_sqlite(),
        )
    # A store may be dropped, and so closed, in any thread, as the garbage collector runs in all.
    # Nobody asks it then, and SQLite as Python has it lets a connection move between threads.
    connection = sqlite3.connect(target, uri=True, check_same_thread=False, factory=_Connection)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.set_progress_handler(_go_on, STEPS_BETWEEN_LOOKS)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
