"""What is said where SQLite fails: of the file, of the disk, or of the statement."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from utpartners.errors import UnreadableError, UtpartnersError
from utpartners.store.sqlite_errors import FullTextError, damaged, fault, translated_errors


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


def test_damaged_rows() -> None:
    """Rows that no catalogue has are told with the file, what is wrong, and the way out."""
    error = damaged("c.db", "there is no row in catalogue")
    assert str(error).startswith("c.db: there is no row in catalogue")
    assert "Write it again from its TOML file." in (error.hint or "")


def test_text_that_is_no_text() -> None:
    """Bytes that are no UTF-8 are a fault of the file, in words."""
    with pytest.raises(UnreadableError, match="the database is damaged"), translated_errors("c.db"):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    with pytest.raises(UnreadableError, match="cannot be read: "), translated_errors("c.db"):
        failing("SELECT CAST(x'ff' AS TEXT)")


def test_a_closed_catalogue() -> None:
    """Whoever reads on after the end is told of it, and not of SQLite."""
    connection = sqlite3.connect(":memory:")
    connection.close()
    with pytest.raises(UtpartnersError, match=r"c\.db is closed"), translated_errors("c.db"):
        connection.execute("SELECT 1")


def test_an_interrupted_statement() -> None:
    """Ctrl-C within SQLite is Ctrl-C."""
    error = sqlite3.OperationalError("interrupted")
    error.sqlite_errorcode = sqlite3.SQLITE_INTERRUPT
    assert isinstance(fault(error, "c.db"), KeyboardInterrupt)


def test_without_full_text_search() -> None:
    """A SQLite without FTS5 is told, with what still works."""
    with pytest.raises(FullTextError, match="FTS5") as told, translated_errors("c.db"):
        raise sqlite3.OperationalError("no such module: fts5")
    assert "everything else works" in (told.value.hint or "")
