"""Whether a database has the tables of ``schema.sql`` and ``search.sql``, and nothing else."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from .fill import schema

if TYPE_CHECKING:
    import sqlite3

_SEARCH = os.path.join(os.path.dirname(__file__), "search.sql")

_STATEMENT = re.compile(r"^CREATE (?:VIRTUAL )?(TABLE|INDEX) \"?(\w+)\"?.*?(?=;$)", re.M | re.S)

_OF_FTS5 = """
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE 'search_content'(id INTEGER PRIMARY KEY, c0, c1, c2, c3, c4, c5, c6);
CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
"""
"""What SQLite itself makes for the index of full-text search, the same since 3.9."""

_NAME = re.compile(r"'(\w+)'")


def expected() -> dict[str, tuple[str, str]]:
    """Type and statement of everything that a catalogue has, by name."""
    with open(_SEARCH, encoding="utf-8") as file:
        ours = schema() + file.read()
    found = {m[2]: (m[1].lower(), m[0]) for m in _STATEMENT.finditer(ours)}
    of_fts5 = (statement.rstrip(";") for statement in _OF_FTS5.split("\n") if statement)
    return found | {_NAME.findall(one)[0]: ("table", one) for one in of_fts5}


def strangeness(connection: sqlite3.Connection) -> str | None:
    """What the tables of a database have too much, too little or otherwise, if anything."""
    wanted = expected()
    rows = connection.execute("SELECT type, name, sql FROM main.sqlite_schema WHERE sql NOT NULL")
    for type, name, sql in rows:
        if name not in wanted:
            return f"it has a {type} of its own, {name[:60]!r}"
        if (type, sql) != wanted.pop(name):
            return f"its {type} {name!r} is not that of a catalogue"
    return f"it lacks {', '.join(sorted(wanted)[:5])}" if wanted else None
