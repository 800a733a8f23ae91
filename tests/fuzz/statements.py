"""Changes a database as another program does that heeds nothing."""

from __future__ import annotations

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
    "PRAGMA user_version = 7",
    "PRAGMA journal_mode = WAL",
    "PRAGMA encoding = 'UTF-16'",
)
"""What changes the tables themselves."""


def disobey(connection: sqlite3.Connection, random: Random) -> None:
    """Change a few values, rows or tables of a catalogue, heeding no constraint."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA writable_schema = ON")
    for _ in range(random.choice((1, 1, 2, 5))):
        with suppress(sqlite3.Error):
            connection.execute(*_statement(connection, random))


def _statement(connection: sqlite3.Connection, random: Random) -> tuple[str, tuple[object, ...]]:
    if random.random() < 0.05:
        return random.choice(SCHEMA), ()
    if random.random() < 0.2:
        return _without_constraint(connection, random)
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"
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


def _without_constraint(
    connection: sqlite3.Connection, random: Random
) -> tuple[str, tuple[object, ...]]:
    """Let the tables take NULL, or values of any type, from the next time that they are opened."""
    word = random.choice((" NOT NULL", "STRICT", " UNIQUE", "WITHOUT ROWID"))
    where = "WHERE type = 'table' AND sql LIKE '%STRICT%'"
    return f"UPDATE sqlite_schema SET sql = replace(sql, ?, '') {where}", (word,)
