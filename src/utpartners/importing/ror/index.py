"""The organisations of a dump as tables, in which their names are found as those of a catalogue."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from ... import normalize
from ...errors import UtpartnersError
from ...i18n import translated
from ...store.name_index import write_names
from ...store.store import Store
from .forms import forms
from .organisation import Name, Organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...store.name_index import NameRow

ORGANISATION, ACRONYM = "organisation", "acronym"
"""The kinds of name: acronyms are often those of several organisations."""

APPLICATION_ID = 0x75745231
"""What marks a database as an index of ROR: ``utR1``."""

VERSION = 2
"""Version of the tables below, and of what is kept in them."""

_TABLES = """
CREATE TABLE organisation (
  pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, countries TEXT NOT NULL, record BLOB NOT NULL
) STRICT;
CREATE TABLE spelling (
  pk INTEGER PRIMARY KEY, kind TEXT NOT NULL, record INTEGER NOT NULL, role TEXT NOT NULL,
  text TEXT NOT NULL, key TEXT NOT NULL, unordered TEXT NOT NULL
) STRICT;
CREATE TABLE word (
  word TEXT NOT NULL, spelling INTEGER NOT NULL, PRIMARY KEY (word, spelling)
) STRICT, WITHOUT ROWID;
CREATE TABLE form (
  form TEXT NOT NULL, organisation INTEGER NOT NULL, PRIMARY KEY (form, organisation)
) STRICT, WITHOUT ROWID;
CREATE TABLE short_form (
  form TEXT NOT NULL, organisation INTEGER NOT NULL, PRIMARY KEY (form, organisation)
) STRICT, WITHOUT ROWID;
CREATE TABLE note (text TEXT NOT NULL) STRICT;
"""

_INDEXES = """
CREATE INDEX spelling_key ON spelling (key, kind);
CREATE INDEX spelling_unordered ON spelling (unordered, kind);
"""

_RECORDS = """
SELECT pk, record FROM organisation WHERE pk IN (SELECT value FROM json_each(:keys))
"""

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Organisation)


class Index(Store):
    """The organisations of a dump, which can be asked for names as a catalogue can."""

    def __init__(self, connection: sqlite3.Connection, origin: str) -> None:
        super().__init__(connection, origin)
        self.notes = [text for (text,) in self.rows("SELECT text FROM note")]

    def require_spellings(self, kinds: Iterable[str]) -> None:
        """Do nothing: all names are indexed."""

    @cached_property
    def vocabulary(self) -> list[str]:
        """The different words of all names, of which the misspelt ones are found."""
        return [word for (word,) in self.rows("SELECT DISTINCT word FROM word")]

    def organisations(self, keys: Iterable[int]) -> list[Organisation]:
        """Return the organisations with some keys, in their order."""
        wanted = list(dict.fromkeys(keys))
        found: dict[int, bytes] = dict(self.rows(_RECORDS, {"keys": wanted}))
        return [_DECODER.decode(found[key]) for key in wanted if key in found]

    def by_id(self, id: str) -> Organisation | None:
        """Return the organisation with an id."""
        row = self.one("SELECT record FROM organisation WHERE id = :id", {"id": id})
        return None if row is None else _DECODER.decode(row[0])


def fill(connection: sqlite3.Connection, organisations: Iterable[Organisation]) -> None:
    """Write organisations into an empty database. Raises UtpartnersError where it has no room."""
    try:
        # Nothing has to be kept of a file that is not whole: it is made under another name.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
        with connection:
            writer = _Writer(connection)
            write_names(connection, writer.names(organisations))
            connection.executescript(_INDEXES)
            connection.executemany("INSERT INTO note VALUES (?)", writer.notes())
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlite3.Error as error:
        raise UtpartnersError(
            translated("cannot write the index of ROR: {reason}", reason=str(error))
        ) from error


def is_index(connection: sqlite3.Connection) -> bool:
    """Return whether a database is an index that this version reads, and whole."""
    with suppress(sqlite3.Error):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return (application, version) == (APPLICATION_ID, VERSION)
    return False


LONGEST_ALIAS_OF_CAPITALS = 5
"""Letters of an alias in capitals that is an acronym, whatever the dump calls it."""


def _is_acronym(name: Name) -> bool:
    is_short = name.text.isupper() and len(name.text) <= LONGEST_ALIAS_OF_CAPITALS
    return name.kind == "acronym" or (name.kind == "alias" and is_short)


def _without_place(form: str, one: Organisation) -> str:
    """Return what is left of a form without the city and region; empty for a single word."""
    places = {
        word
        for place in one.locations
        for text in (place.city, place.region)
        for word in normalize.words(text)
    }
    left = [word for word in form.split() if word not in places]
    return " ".join(left) if 1 < len(left) < len(form.split()) else ""


class _Writer:
    """Writes organisations while their names are read from it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._repeated: list[str] = []
        self._repeats = 0

    def names(self, organisations: Iterable[Organisation]) -> Iterator[NameRow]:
        """Yield the names of organisations; each organisation is written before its names."""
        for key, one in enumerate(organisations, 1):
            row = (key, one.id, " ".join(one.countries), _ENCODER.encode(one))
            done = self._connection.execute(
                "INSERT OR IGNORE INTO organisation VALUES (?, ?, ?, ?)", row
            )
            if not done.rowcount:
                self._repeats += 1
                self._repeated = [*self._repeated, one.id][:3]
                continue
            yield ORGANISATION, key, "full id", one.id
            written = set()
            for name in one.names:
                if len(name.text) > normalize.LONGEST_NAME:
                    continue
                kind = ACRONYM if _is_acronym(name) else ORGANISATION
                yield kind, key, name.kind, name.text
                if kind == ORGANISATION:
                    written.update(forms(name.text))
            self._connection.executemany(
                "INSERT OR IGNORE INTO form VALUES (?, ?)", [(form, key) for form in written]
            )
            shorter = {short for form in written if (short := _without_place(form, one))}
            self._connection.executemany(
                "INSERT OR IGNORE INTO short_form VALUES (?, ?)",
                [(form, key) for form in shorter - written],
            )

    def notes(self) -> Iterator[tuple[str]]:
        """Yield what is to be told of the dump."""
        if self._repeats:
            said = translated("{count} ids occur again in the dump; the first is used: {ids}")
            yield (said.format(count=self._repeats, ids=", ".join(self._repeated)),)
