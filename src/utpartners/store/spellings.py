"""Fills the index of names from every name that the tables hold."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from .. import spelling

if TYPE_CHECKING:
    import sqlite3

_NAMES = {
    "partnership": ("id", "name", "abbreviation"),
    "institution": ("id", "name", "abbreviation"),
    "department": ("id", "code", "name"),
    "country": ("code", "name"),
}
"""The columns of each kind of record that name it."""


OF_A_HOME = {"partnership": ("id",), "department": ("id", "code")}
"""The kinds of which every home has its own, and what it tells them apart by."""

_FULL_IDS = """SELECT r.pk, 'full id', c.home || '/' || r.{column} FROM main.{kind} r
JOIN main.catalogue c ON c.pk = r.catalogue
WHERE (SELECT count(DISTINCT home) FROM main.catalogue) > 1"""
"""Ids that tell the records of several homes apart."""


def _named(kind: str) -> str:
    columns = [
        f"SELECT pk, '{column}', {column} FROM main.{kind} WHERE {column} IS NOT NULL"  # noqa: S608
        for column in _NAMES[kind]
    ]
    columns += [_FULL_IDS.format(kind=kind, column=column) for column in OF_A_HOME.get(kind, ())]
    others = (
        "SELECT record, language, text FROM main.translation WHERE kind = :kind",
        "SELECT record, 'alias', text FROM main.alias WHERE kind = :kind",
    )
    return " UNION ALL ".join([*columns, *others])


def write_spellings(connection: sqlite3.Connection, kind: str) -> None:
    """Fill ``spelling`` and ``word`` from every name of the records of a kind."""
    (last,) = connection.execute("SELECT coalesce(max(pk), 0) FROM spelling").fetchone()
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS entry (word TEXT NOT NULL, spelling INTEGER NOT NULL)"
    )
    names = enumerate(connection.execute(_named(kind), {"kind": kind}), last + 1)
    while batch := list(islice(names, BATCH)):
        _write(connection, kind, batch)
    connection.execute(_SORTED)
    connection.execute("DELETE FROM temp.entry")  # to drop it is refused while rows are read


BATCH = 10_000
"""Names that are held at once."""

_SORTED = "INSERT INTO word SELECT word, spelling FROM temp.entry ORDER BY word, spelling"
"""In order, as the table grows at its end then; SQLite sorts more than fits into memory."""


def _write(
    connection: sqlite3.Connection, kind: str, batch: list[tuple[int, tuple[int, str, str]]]
) -> None:
    rows: list[tuple[object, ...]] = []
    entries: list[tuple[str, int]] = []
    for pk, (record, role, text) in batch:
        words = spelling.words(text)
        key, unordered = spelling.key(words), spelling.unordered(words)
        rows.append((pk, kind, record, role, text, key, unordered))
        if role != "full id":  # the name of a home is no part of the name of its partnerships
            entries.extend((entry, pk) for entry in spelling.entries(words))
    connection.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO temp.entry VALUES (?, ?)", entries)
