"""Connections to the tables of a catalogue."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.errors import UtpartnersError
from utpartners.formats.toml import records
from utpartners.store import store as module
from utpartners.store.database import write_database
from utpartners.store.store import KINDS, connect, uri

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Built

    from utpartners.model import Catalogue
    from utpartners.store.store import Store


def test_lists_are_bound_as_json(store: Store) -> None:
    """A list or tuple is one parameter, which json_each reads."""
    sql = "SELECT value FROM json_each(:values)"
    assert list(store.rows(sql, {"values": ["a", 'b"']})) == [("a",), ('b"',)]
    assert list(store.rows(sql, {"values": (1, 2)})) == [(1,), (2,)]


DROPPED = """
import gc, sqlite3, threading, weakref
import utpartners
from utpartners.store.store import connect

def in_a_thread(function):
    thread = threading.Thread(target=function)
    thread.start()
    thread.join()

gc.disable()
kept = [utpartners.open_catalogue()]
stores = [weakref.ref(kept[0].store)]
in_a_thread(kept.clear)

circle = {"catalogue": utpartners.open_catalogue()}
stores.append(weakref.ref(circle["catalogue"].store))
circle["rows"] = circle["catalogue"].list()
circle["itself"] = circle
del circle
in_a_thread(gc.collect)
print([store() for store in stores])

try:
    connect("file:no/such/folder/c.db?mode=ro")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_dropped_in_another_thread() -> None:
    """A store is closed by whichever thread drops it or collects it, without a word.

    So is one that could not be opened.
    """
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", DROPPED]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    expected = "[None, None]\nunable to open database file\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")


def test_rows_are_read_as_they_are_asked_for(store: Store) -> None:
    """A query without end gives its first row at once."""
    sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    assert store.one(sql) == (1,)


def test_one_of_none(store: Store) -> None:
    """A query without rows has no first one."""
    assert store.one("SELECT 1 WHERE FALSE") is None


def test_spellings_are_filled_once(built: Built, utokyo: Catalogue) -> None:
    """Each kind of name is indexed when it is needed, and only then."""
    store = built(utokyo)
    count = "SELECT count(*), count(DISTINCT kind) FROM spelling"
    assert store.one(count) == (0, 0)
    store.require_spellings(["country"])
    first = store.one(count)
    store.require_spellings(["country"])
    assert first is not None
    assert store.one(count) == first
    store.require_spellings(KINDS)
    assert store.one("SELECT count(DISTINCT kind) FROM spelling") == (len(KINDS),)


@pytest.mark.parametrize("name", ["plain.db", "50% off?.db", "a#b.db", "東京.db", "mode=ro&x.db"])
def test_any_name_of_a_file(tmp_path: Path, name: str) -> None:
    """A database has exactly the name that was asked for."""
    with closing(connect(uri(str(tmp_path / name)))) as connection:
        connection.execute("CREATE TABLE t (a)")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_written_databases_are_equal(tmp_path: Path, utokyo: Catalogue) -> None:
    """The same records give the same bytes, so that a build can be reproduced."""
    paths = [tmp_path / "1.db", tmp_path / "2.db"]
    for path in paths:
        write_database(utokyo, str(path))
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_database_is_sound(tmp_path: Path, utokyo: Catalogue) -> None:
    """SQLite itself finds a written database whole, with no dangling key."""
    path = tmp_path / "1.db"
    write_database(utokyo, str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


ORDERED = "SELECT id FROM partnership"


@pytest.mark.parametrize("read", [1, 2, 3])
def test_rows_go_on_after_an_aborted_statement(built: Built, small_path: Path, read: int) -> None:
    """What aborts the statements that are being read loses no row and repeats none."""
    store = built(records(str(small_path)))
    whole = list(store.rows(ORDERED))
    assert len(whole) > read
    rows = store.rows(ORDERED)
    found = [next(rows) for _ in range(read)]
    for statement in ("BEGIN", "CREATE TABLE t (a)", "ROLLBACK"):
        store.connection.execute(statement)
    assert [*found, *rows] == whole


def test_other_errors_on_the_way_are_told(built: Built, utokyo: Catalogue) -> None:
    """A statement that fails after its first row is not begun again: the error comes out."""
    store = built(utokyo)
    calls: list[int] = []

    def failing(value: int) -> int:
        calls.append(value)
        return 6 // (3 - value)

    store.define("failing", 1, failing)
    rows = store.rows("SELECT failing(value) FROM json_each(:values)", {"values": [1, 2, 3, 4]})
    assert next(rows) == (3,)
    with pytest.raises(sqlite3.OperationalError, match="raised exception"):
        list(rows)
    assert calls == [1, 2, 3]


def test_oldest_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """The release that is named is good enough, the one before it is not."""
    *_, major, minor = re.findall(r"\d+", refusal(monkeypatch, (3, 0, 0)))
    oldest = int(major), int(minor), 0
    assert oldest == module.OLDEST_SQLITE
    monkeypatch.setattr(sqlite3, "sqlite_version_info", oldest)
    connect(":memory:").close()
    refusal(monkeypatch, (oldest[0], oldest[1] - 1, 3))


def refusal(monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]) -> str:
    """What a SQLite of a version is refused with."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    with pytest.raises(UtpartnersError, match="too old") as error:
        connect(":memory:")
    return error.value.hint or ""


def test_old_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """A SQLite without STRICT tables is refused with what to do."""
    monkeypatch.setattr(module, "OLDEST_SQLITE", (999,))
    with pytest.raises(UtpartnersError, match="too old") as error:
        connect(":memory:")
    assert "uv python install" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("ours.db", "file:ours.db?mode=ro"),
        (r"C:\My Files\50%.db", "file:/C:/My Files/50%25.db?mode=ro"),
        (r"\\server\share\a.db", "file:////server/share/a.db?mode=ro"),
    ],
)
def test_paths_of_windows(monkeypatch: pytest.MonkeyPatch, path: str, expected: str) -> None:
    """A path of Windows becomes the URI that SQLite's documentation names for it."""
    monkeypatch.setattr(os, "name", "nt")
    assert uri(path, "ro") == expected
