"""Search where SQLite was built without full-text search."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.api import Catalogue
from utpartners.errors import UtpartnersError
from utpartners.formats.database import read_database
from utpartners.store.database import write_database

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners import model


@pytest.fixture
def database(utokyo: model.Catalogue, tmp_path: Path) -> Path:
    """A database that was written elsewhere; here, its index needs a module that is missing."""
    path = tmp_path / "utokyo.db"
    write_database(utokyo, str(path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        changed = connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'USING fts5(', 'USING fts5_missing(')"
            " WHERE name = 'search'"
        )
        assert changed.rowcount == 1
        connection.commit()
    return path


def test_a_database_from_elsewhere(database: Path) -> None:
    """Search says what is missing; all other questions are answered, SQL among them."""
    with closing(Catalogue(read_database(str(database), trusted=True))) as catalogue:
        assert len(list(catalogue.list())) == 16
        assert list(catalogue.sql("SELECT count(*) FROM link")) == [(105,)]
        assert "partnership" in {table for table, *_ in catalogue.schema()}
        with pytest.raises(UtpartnersError, match=r"no full-text search \(FTS5\)") as raised:
            list(catalogue.search("quantum"))
        hint = "To search or to write a database, use another Python; everything else works."
        assert raised.value.hint == hint
