"""Changes a database as another program does that heeds nothing."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from .mutate import TOKENS

if TYPE_CHECKING:
    from random import Random

SCHEMA = (
    "CREATE TRIGGER extra AFTER INSERT ON partnership BEGIN SELECT 1; END",
    "CREATE VIEW extra AS SELECT * FROM partnership",
    "CREATE TABLE extra (a, b AS (a || 'x'))",
    "ALTER TABLE partnership ADD COLUMN extra TEXT",
    "ALTER TABLE partnership DROP COLUMN status",
    "ALTER TABLE institution RENAME TO extra",
    "DROP TABLE spelling",
    "DROP TABLE word",
    "PRAGMA user_version = 9",
    "PRAGMA journal_mode = WAL",
    "PRAGMA encoding = 'UTF-16'",
)
"""What changes the tables themselves."""


def disobey(connection: sqlite3.Connection, random: Random) -> None:
    """Change a few values, rows or tables of a catalogue, heeding no constraint."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    if random.random() < 0.1:
        with suppress(sqlite3.Error):
            connection.execute(random.choice(SCHEMA))
    # Without NOT NULL and STRICT a column takes anything; nobody sees later that they were away.
    schemas = connection.execute("SELECT sql, rowid FROM sqlite_schema WHERE typeof(sql) = 'text'")
    before = schemas.fetchall()
    _set_schemas(connection, [(_LAX.sub("", sql), row) for sql, row in before])
    for _ in range(random.choice((1, 1, 2, 5))):
        with suppress(sqlite3.Error):
            connection.execute(*_statement(connection, random))
    _set_schemas(connection, before)


_LAX = re.compile(r" NOT NULL| STRICT(?:,|\Z)")


def _set_schemas(connection: sqlite3.Connection, schemas: list[tuple[str, int]]) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.executemany("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", schemas)
    connection.execute("PRAGMA writable_schema = RESET")


def _statement(connection: sqlite3.Connection, random: Random) -> tuple[str, tuple[object, ...]]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    table = random.choice(sorted(name for (name,) in tables) or ["partnership"])
    columns = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    (column,) = random.choice(columns or [("pk",)])
    (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    offset = random.randrange(rows) if rows else 0
    some = f'WHERE "{column}" = (SELECT "{column}" FROM {table} LIMIT 1 OFFSET {offset})'
    if random.choice((True, False, False)):
        return f"DELETE FROM {table} {some}", ()
    token = random.choice(TOKENS)
    text = token.decode("utf-8", "replace")
    value = random.choice((text, token, None, "", 0, -1, 99, 2**62, 1e300))
    return f'UPDATE {table} SET "{column}" = ? {some}', (value,)
