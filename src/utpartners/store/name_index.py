"""The index of names: every name that the tables hold, normalised, and each of its words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from .. import normalize
from ..i18n import translated
from ..progress import no_progress

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from ..progress import Progress

    NameRow = tuple[str, int, str, str]
    """A kind of record, the key of one, a role and a name."""

_NAMES = {
    "partnership": ("id", "name", "abbreviation"),
    "institution": ("id", "name", "abbreviation"),
    "department": ("id", "code", "name"),
    "country": ("code", "name"),
}
"""The columns of each kind of record that hold a name."""

OF_A_HOME = {"partnership": ("id",), "department": ("id", "code")}
"""The kinds of record that belong to one home, and the columns of their ids."""

WITH_FORMER = ("institution", "department")
"""The kinds of record that have names which are no longer in use."""

_FULL_IDS = """SELECT '{kind}', r.pk, 'full id', c.home || '/' || r.{column} FROM main.{kind} r
JOIN main.catalogue c ON c.pk = r.catalogue
WHERE (SELECT count(DISTINCT home) FROM main.catalogue) > 1"""
"""The query for ids such as ``kyoto/anu``, which tell the records of several homes apart."""


def _named(kind: str) -> str:
    columns = [
        f"SELECT '{kind}', pk, '{column}', {column} FROM main.{kind} WHERE {column} IS NOT NULL"  # noqa: S608
        for column in _NAMES[kind]
    ]
    columns += [_FULL_IDS.format(kind=kind, column=column) for column in OF_A_HOME.get(kind, ())]
    others = [
        f"SELECT kind, record, language, text FROM main.translation WHERE kind = '{kind}'",  # noqa: S608
        f"SELECT kind, record, 'alias', text FROM main.alias WHERE kind = '{kind}'",  # noqa: S608
    ]
    if kind in WITH_FORMER:
        others.append(f"SELECT '{kind}', {kind}, 'former', name FROM main.{kind}_former")  # noqa: S608
    return " UNION ALL ".join([*columns, *others])


def write_spellings(
    connection: sqlite3.Connection, kinds: Sequence[str], progress: Progress = no_progress
) -> None:
    """Fill the tables ``spelling`` and ``word`` with every name of the records of some kinds."""
    named = " UNION ALL ".join(map(_named, kinds))
    (total,) = connection.execute(f"SELECT count(*) FROM ({named})").fetchone()  # noqa: S608

    def names() -> Iterator[NameRow]:
        # Asked once the tables are there: to make one aborts the statements that are being read.
        yield from progress(connection.execute(named), total, translated("Indexing names"))

    write_names(connection, names(), progress)


def write_names(
    connection: sqlite3.Connection, named: Iterable[NameRow], progress: Progress = no_progress
) -> None:
    """Add names to the tables ``spelling`` and ``word``."""
    (last,) = connection.execute("SELECT coalesce(max(pk), 0) FROM spelling").fetchone()
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS entry (word TEXT NOT NULL, spelling INTEGER NOT NULL)"
    )
    names = enumerate(named, last + 1)
    while batch := list(islice(names, BATCH)):
        _write(connection, batch)
    for statement in progress([_SORTED], 0, translated("Sorting names")):
        connection.execute(statement)
    connection.execute("DELETE FROM temp.entry")  # to drop it is refused while rows are read


BATCH = 10_000
"""Names that are held in memory at once."""

_SORTED = "INSERT INTO word SELECT word, spelling FROM temp.entry ORDER BY word, spelling"
"""Sorted, so that the table only grows at its end. SQLite sorts more than fits into memory."""


def write_all_spellings(connection: sqlite3.Connection, progress: Progress) -> None:
    """Fill the tables, which are still empty, with the names of every kind of record.

    The indexes are dropped and made again afterwards, which sorts them once. Filled row by row,
    those of a large catalogue would be written in random order.
    """
    indexes = connection.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX main.{name}")
    write_spellings(connection, tuple(_NAMES), progress)
    for _, statement in progress(indexes, 0, translated("Sorting names")):
        connection.execute(statement)


_INDEXES = """SELECT name, sql FROM main.sqlite_schema
WHERE type = 'index' AND tbl_name = 'spelling' AND sql IS NOT NULL ORDER BY rowid"""


def _write(connection: sqlite3.Connection, batch: list[tuple[int, NameRow]]) -> None:
    rows: list[tuple[object, ...]] = []
    entries: list[tuple[str, int]] = []
    for pk, (kind, record, role, text) in batch:
        words = normalize.words(text)
        key, unordered = normalize.key(words), normalize.unordered(words)
        rows.append((pk, kind, record, role, text, key, unordered))
        if role != "full id":  # the name of a home is no part of the name of its partnerships
            entries.extend((entry, pk) for entry in normalize.entries(words))
    connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO temp.entry VALUES (?, ?)", entries)
