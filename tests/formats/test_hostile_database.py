"""Databases from anyone: only the tables of a catalogue, and every fault of the file is told."""

from __future__ import annotations

import os
import random
import sqlite3
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

from utpartners import formats
from utpartners.api import Catalogue
from utpartners.errors import CatalogueError, UtpartnersError
from utpartners.store.records import records
from utpartners.store.schema import expected, schema_mismatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from utpartners.model import Catalogue as Records


def refused(path: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        formats.read(str(path))
    return str(error.value)


def test_what_is_expected(database: Path) -> None:
    """A database as it is written has the statements of the files, word for word."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql NOT NULL")
        assert {name: (type, sql) for name, type, sql in rows} == expected()
        assert schema_mismatch(connection) is None


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        (
            "CREATE TRIGGER t AFTER INSERT ON link BEGIN DELETE FROM link; END",
            "its own trigger, 't'",
        ),
        ("CREATE VIEW v AS SELECT 1", "its own view, 'v'"),
        ("CREATE TABLE extra (a)", "its own table, 'extra'"),
        ("CREATE VIRTUAL TABLE extra USING fts5(a)", "its own table, 'extra'"),
        ("CREATE INDEX extra ON activity (abs(pk))", "its own index, 'extra'"),
        ("DROP INDEX spelling_key", "it lacks spelling_key"),
        ("DROP TABLE word", "it lacks word"),
        ("DROP TABLE search", "it lacks search, search_config"),
        ("ALTER TABLE link ADD COLUMN extra TEXT", "table 'link' is not that of a catalogue"),
        ("ALTER TABLE phase DROP COLUMN purpose", "table 'phase' is not that of a catalogue"),
        (
            "ALTER TABLE note ADD COLUMN x BLOB AS (zeroblob(1000000000))",
            "table 'note' is not that of a catalogue",
        ),
        (
            "DROP TABLE member; CREATE VIEW member AS SELECT * FROM link",
            "view 'member' is not that of a catalogue",
        ),
    ],
)
def test_strange_tables(database: Path, sql: str, reason: str) -> None:
    """What a catalogue has not, such as triggers and views, is refused, and so is a lack."""
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(f"PRAGMA foreign_keys = OFF; {sql};")
    message = refused(database)
    assert message.startswith(f"{database}: not a catalogue as utpartners writes it: ")
    assert reason in message
    assert "Write it again" in message


def test_settings(database: Path) -> None:
    """What a database says is not trusted, and nothing can be changed in it."""
    with closing(formats.read(str(database))) as store:
        for setting, value in (("trusted_schema", 0), ("query_only", 1), ("cell_size_check", 1)):
            assert store.one(f"PRAGMA {setting}") == (value,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this kind")
def test_pipe(tmp_path: Path) -> None:
    """A named pipe is refused, instead of being waited for."""
    os.mkfifo(tmp_path / "c.db")
    assert f"{tmp_path / 'c.db'} is not a regular file" in refused(tmp_path / "c.db")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_link(database: Path, tmp_path: Path) -> None:
    """A link to a catalogue is the catalogue; one to itself is refused."""
    (tmp_path / "link").symlink_to(database)
    with closing(formats.read(str(tmp_path / "link"))) as store:
        assert store.one("SELECT count(*) FROM link") == (105,)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert str(tmp_path / "loop") in refused(tmp_path / "loop")


def test_write_ahead_log(database: Path, utokyo: Records) -> None:
    """A database that another program put into WAL mode is read, and written without it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with closing(formats.read(str(database))) as store:
        assert records(store) == utokyo


QUESTIONS: dict[str, Callable[[Catalogue], object]] = {
    "list": lambda catalogue: list(catalogue.list()),
    "show": lambda catalogue: catalogue.show("ANU").record(),
    "search": lambda catalogue: list(catalogue.search("quantum")),
    "timeline": lambda catalogue: list(catalogue.timeline()),
    "records": lambda catalogue: catalogue.records(),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("seed", quick_are(range(4), range(8)))
def test_damage(database: Path, question: str, seed: int) -> None:
    """Whatever bytes are damaged, a question is answered, or refused in words for people."""
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(database.read_bytes())
    for _ in range(3 ** (seed % 4)):
        place = chance.randrange(len(content))
        content[place : place + 50] = chance.randbytes(50)
    database.write_bytes(content)
    with suppress(UtpartnersError), closing(formats.read(str(database))) as store:
        QUESTIONS[question](Catalogue(store))


def test_changed_while_read(database: Path) -> None:
    """A database that is cut off while it is read is refused in the middle of a list."""
    with closing(formats.read(str(database))) as store:
        rows = store.rows("SELECT * FROM activity")
        next(rows)
        os.truncate(database, 8192)
        with pytest.raises(CatalogueError, match="another copy"):
            list(rows) and list(store.rows("SELECT * FROM activity JOIN link JOIN spelling"))


@pytest.mark.parametrize("record", [0, 2**63 - 1])
def test_a_name_of_no_record(database: Path, record: int) -> None:
    """An index of names that leads nowhere is a fault of the file, and is told as one."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE spelling SET record = ? WHERE kind = 'partnership'", [record])
    with closing(formats.read(str(database))) as store:
        with pytest.raises(CatalogueError, match="the index of names has 'anu'"):
            Catalogue(store).show("anu")
        with pytest.raises(CatalogueError, match="Write it again"):
            list(Catalogue(store).timeline(partner="anu"))


def test_faults_of_the_program(database: Path) -> None:
    """A question that is wrong in itself is no fault of the file."""
    with closing(formats.read(str(database))) as store, pytest.raises(sqlite3.OperationalError):
        store.rows("SELECT nothing")
