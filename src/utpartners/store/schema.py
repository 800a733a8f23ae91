"""The tables of the ``.sql`` files: how they are made, and what a database has."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..i18n import translated

if TYPE_CHECKING:
    import sqlite3

_FOLDER = os.path.dirname(__file__)

_STATEMENT = re.compile(r"^CREATE (?:VIRTUAL )?(TABLE|INDEX) \"?(\w+)\"?.*?(?=;$)", re.M | re.S)

_OF_FTS5 = """
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
"""
"""The tables that SQLite itself makes for full-text search, the same since version 3.9."""

_NAME = re.compile(r"'(\w+)'")


def schema() -> str:
    """Return the statements that make the tables of records and of their names."""
    return _read("schema.sql") + _read("texts.sql")


def search_schema() -> str:
    """Return the statements that make and fill the table of full-text search."""
    return _read("search.sql")


def _read(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


RECORD_TABLES = tuple(
    match[2]
    for match in _STATEMENT.finditer(schema())
    if match[1] == "TABLE" and match[2] not in ("spelling", "word")
)
"""The tables that hold what a catalogue says: all but those of the index of names."""


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table, in order."""
    return [name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})")]


def keys_of(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the columns of a table that hold keys, each with the table that it is a key of."""
    own = {"pk": table} if "pk" in columns_of(connection, table) else {}
    foreign = connection.execute(f"PRAGMA main.foreign_key_list({table})")
    return own | {column: target for _, _, target, column, to, *_ in foreign if to == "pk"}


def expected() -> dict[str, tuple[str, str]]:
    """Return type and statement of everything that the database of a catalogue has, by name."""
    ours = schema() + search_schema()
    found = {m[2]: (m[1].lower(), m[0]) for m in _STATEMENT.finditer(ours)}
    of_fts5 = (statement.rstrip(";") for statement in _OF_FTS5.split("\n") if statement)
    return found | {_NAME.findall(one)[0]: ("table", one) for one in of_fts5}


def schema_mismatch(connection: sqlite3.Connection) -> str | None:
    """Return what the tables of a database have too much, too little or otherwise, if anything."""
    wanted = expected()
    rows = connection.execute("SELECT type, name, sql FROM main.sqlite_schema WHERE sql NOT NULL")
    for type, name, sql in rows:
        if name not in wanted:
            return translated("it has its own {type}, {name}", type=type, name=repr(name[:60]))
        if (type, sql) != wanted.pop(name):
            return translated(
                "its {type} {name} is not that of a catalogue", type=type, name=repr(name)
            )
    return translated("it lacks {values}", values=", ".join(sorted(wanted)[:5])) if wanted else None
