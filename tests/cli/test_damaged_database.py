"""Databases that another program has filled with what no column may hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.cli import app, error_handler

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import OnTerminal


def put(database: Path, table: str, column: str, value: Any) -> None:
    """Put a value into a column that refuses it, and leave no trace in the schema."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        query = "SELECT sql FROM sqlite_schema WHERE name = ?"
        (schema,) = connection.execute(query, [table]).fetchone()
        for sql in (schema.replace(" NOT NULL", "").replace(" STRICT", ""), schema):
            change = "UPDATE sqlite_schema SET sql = ? WHERE name = ?"
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(change, [sql, table])
            connection.execute("PRAGMA writable_schema = RESET")
            if sql != schema:
                connection.execute(f"UPDATE {table} SET {column} = ?", [value])


COMMANDS = (
    ["list"], ["list", "-l"], ["show", "anu"], ["show", "anu", "-l"], ["depts"], ["dept", "GS Eng"],
    ["tree"], ["tree", "--by", "country"], ["matrix"], ["compare", "anu", "ethz"], ["timeline"],
    ["agreements", "-l"], ["people"], ["search", "quantum"], ["about"], ["stats"],
    ["export", "-f", "toml"], ["export", "--public", "-f", "json"], ["report", "-f", "json"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("partnership", "name", b"\xff"),
        ("institution", "country", None),
        pytest.param("activity", '"when"', "x", marks=pytest.mark.slow),
        pytest.param("activity", "partnership", 10**9, marks=pytest.mark.slow),
    ],
)
def test_a_damaged_database_is_told(
    database: Path, run_many: Any, table: str, column: str, value: Any
) -> None:
    """What no column may hold is no fault of the program: each command answers, or says why not."""
    put(database, table, column, value)
    for command in COMMANDS:
        status, err = run_many(*command, "--data", str(database))
        assert "internal error" not in err, (command, err)
        assert status in (0, 1), (command, err)
    assert run_many("check", str(database))[0] == 1


WHAT = "catalogue file: the database is damaged: NULL value in institution.country"


def test_what_failed_is_told(database: Path, on_terminal: OnTerminal) -> None:
    """The first problem of the database is told in place of the failure, with the way out."""
    put(database, "institution", "country", None)
    shown = on_terminal("show", "anu", "--data", str(database))
    assert shown.splitlines() == [
        f"utpartners: {database}: {WHAT}",
        "Another program has damaged the database. Write it again from its TOML file.",
    ]


@pytest.fixture
def run_many(
    monkeypatch: pytest.MonkeyPatch, clean_env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> Any:
    """Run the program in this process, as a user would see it."""
    for name in ("NO_COLOR", "UTPARTNERS_DATA", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(error_handler, "_discard_unwritten", lambda: None)

    def running(*args: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["utpartners", *args])
        status = error_handler.run_with_error_handler(app.run)
        return status, capsys.readouterr().err

    return running
