"""Opening databases: ours, read-only, and refusing all others."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners import formats
from utpartners.api import Catalogue
from utpartners.errors import CatalogueError, UtpartnersError
from utpartners.formats import database as form
from utpartners.formats.database import read_database
from utpartners.formats.input_file import open_input
from utpartners.formats.registry import recognised
from utpartners.store.database import write_database
from utpartners.store.store import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

    from utpartners.model import Catalogue as Records


@pytest.fixture
def database(tmp_path: Path, utokyo: Records) -> Path:
    path = tmp_path / "utokyo #1?.db"
    write_database(utokyo, str(path))
    return path


def refused(path: Path) -> str:
    with pytest.raises(CatalogueError) as error:
        read_database(str(path))
    return str(error.value)


def test_ours(database: Path) -> None:
    """A database is known by its content, and answers as the TOML file does."""
    with open_input(str(database)) as source:
        form = recognised(source)
    assert form is not None
    assert form.name == "db"
    store = formats.read(str(database))
    with closing(store.connection):
        assert Catalogue(store).show("清華").record()["id"] == "tsinghua"
        assert len(list(Catalogue(store).list())) == 16


@pytest.mark.parametrize(
    "sql", ["DELETE FROM link", "CREATE TABLE extra (a)", "PRAGMA user_version = 9"]
)
def test_read_only(database: Path, sql: str) -> None:
    """Nothing can be written to a database that was opened to be asked."""
    before = database.read_bytes()
    store = read_database(str(database))
    with closing(store.connection), pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.connection.execute(sql)
    assert database.read_bytes() == before


def test_read_only_file(database: Path) -> None:
    """A file without permission to write, in whatever folder, is read all the same."""
    database.chmod(0o400)
    store = read_database(str(database))
    with closing(store.connection):
        assert len(list(Catalogue(store).list())) == 16


def test_not_ours(tmp_path: Path) -> None:
    """An SQLite database of another program is refused as such."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE partnership (id)")
        connection.commit()
    assert "not a utpartners catalogue" in refused(path)


@pytest.mark.parametrize(
    ("version", "written"),
    [(0, "an earlier"), (1, "an earlier"), (SCHEMA_VERSION + 1, "a later")],
)
def test_another_version(database: Path, version: int, written: str) -> None:
    """Tables of another version are refused with both versions, and the command that helps."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    message = refused(database)
    assert f"written by {written} version of utpartners" in message
    assert f"version {version}" in message
    assert f"reads {SCHEMA_VERSION}" in message
    assert "TOML" in message
    assert ("Update utpartners" in message) == (written == "a later")
    assert f"utpartners export --data catalogue.toml -o '{database}' --force" in message


def test_the_way_out_of_another_version(run: Run, tmp_path: Path, small_path: Path) -> None:
    """The command that is told writes the database again, and then it is read."""
    shutil.copy(small_path, tmp_path / "catalogue.toml")
    export = ("export", "--data", "catalogue.toml", "-o", "old.db")
    assert run(*export, cwd=tmp_path).returncode == 0
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        connection.execute("PRAGMA user_version = 1")
    done = run("list", "--data", "old.db", cwd=tmp_path)
    assert done.returncode == 1
    command = done.stderr.splitlines()[-1].split()
    assert command == ["utpartners", *export, "--force"]
    assert run(*command[1:], cwd=tmp_path).returncode == 0
    assert run("list", "--data", "old.db", cwd=tmp_path).returncode == 0


def asked(path: Path) -> str:
    """The error of a list of partnerships, whenever it comes."""
    with pytest.raises(UtpartnersError) as error:
        listed(path)
    return str(error.value)


def listed(path: Path) -> list[object]:
    store = formats.read(str(path))
    with closing(store.connection):
        return list(Catalogue(store).list())


def test_truncated(database: Path) -> None:
    """A database that is cut off is refused with its path."""
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 8])
    assert str(database) in asked(database)


def test_header_alone(tmp_path: Path) -> None:
    """A file that is only the start of a database is refused with its path."""
    path = tmp_path / "start.db"
    path.write_bytes(b"SQLite format 3\x00")
    assert str(path) in asked(path)


def test_garbage_after_the_header(database: Path) -> None:
    """A database whose pages are garbage is refused with its path."""
    content = database.read_bytes()
    database.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))
    assert str(database) in asked(database)


def test_garbage_in_the_middle(database: Path) -> None:
    """A database whose schema is whole and whose rows are garbage is refused with its path."""
    content = database.read_bytes()
    database.write_bytes(content[:16384] + b"\xa5" * (len(content) - 16384))
    assert str(database) in asked(database)


def test_missing_tables(database: Path) -> None:
    """A database with our mark and without our tables is refused with its path."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TABLE member")
        connection.commit()
    assert str(database) in asked(database)


def test_no_database(tmp_path: Path) -> None:
    """An empty file and a folder are none, and a missing one is an error."""
    empty = tmp_path / "empty.db"
    empty.touch()
    with open_input(str(empty)) as source:
        assert (form := recognised(source)) is None or form.name != "db"
    with open_input(str(tmp_path)) as source:
        assert recognised(source) is None
    with pytest.raises(CatalogueError), open_input(str(tmp_path / "missing")):
        pass


def test_folder(tmp_path: Path) -> None:
    """A folder without a catalogue is refused with its path."""
    with pytest.raises(CatalogueError) as error:
        formats.read(str(tmp_path))
    assert str(tmp_path) in error.value.message


def test_path_with_two_slashes(tmp_path: Path, utokyo: Records) -> None:
    """A path may begin with two slashes, as programs put paths together."""
    path = tmp_path / "c.db"
    write_database(utokyo, str(path))
    with closing(Catalogue(formats.read(f"/{path}"))) as catalogue:
        assert len(list(catalogue.list())) == 16


def test_write_ahead_log(tmp_path: Path, utokyo: Records) -> None:
    """A database with a write-ahead log is read without a file beside it, also read-only."""
    path = tmp_path / "c.db"
    write_database(utokyo, str(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE partnership SET status = 'x' WHERE id = 'anu'")
        connection.commit()
        with closing(Catalogue(formats.read(str(path)))) as catalogue:
            assert catalogue.show("anu").record()["status"] == "x"
    with closing(Catalogue(formats.read(str(path)))) as catalogue:
        assert catalogue.show("anu").record()["status"] == "x"
        assert [file.name for file in tmp_path.iterdir()] == ["c.db"]


def test_without_deserialize(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite is built without what reads a database from memory, the way out is told."""

    class Connection:
        def close(self) -> None:
            pass

    monkeypatch.setattr(form, "connect", lambda _: Connection())
    with pytest.raises(CatalogueError) as error:
        form.read_image(b"", "standard input")
    assert str(error.value) == (
        "standard input: this SQLite reads databases from files only\n"
        "Save its content to a file first, and name that file."
    )
