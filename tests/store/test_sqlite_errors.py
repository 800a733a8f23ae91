"""What is said where SQLite fails: of the file, of the disk, or of the statement."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from utpartners.errors import UnreadableError, UtpartnersError
from utpartners.store.sqlite_errors import translated_errors


def failing(statement: str, *, pages: int = 1000) -> None:
    """Run a statement in a database whose temporary tables have room for some pages."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TEMP TABLE t (a)")
        connection.execute(f"PRAGMA temp.max_page_count = {pages}")
        connection.execute(statement).fetchall()


def test_no_room_for_temporary_tables() -> None:
    """A full disk is not told as a damaged catalogue, and the way out is named."""
    with pytest.raises(UtpartnersError) as told, translated_errors("c.db"):
        failing("INSERT INTO t SELECT hex(zeroblob(100000))", pages=2)
    assert not isinstance(told.value, UnreadableError)
    assert "no room on the disk for the temporary tables of c.db" in str(told.value)
    assert "SQLITE_TMPDIR" in str(told.value)


def test_damaged_content() -> None:
    """JSON that is none in a cell is a fault of the file."""
    with pytest.raises(UnreadableError, match=r"c\.db"), translated_errors("c.db"):
        failing("SELECT * FROM json_each('[')")


def test_a_wrong_statement() -> None:
    """A mistake in a statement of the program is no fault of the file."""
    with pytest.raises(sqlite3.OperationalError), translated_errors("c.db"):
        failing("SELECT nothing")
