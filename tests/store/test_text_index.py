"""What the index of full-text search has of a text, and SQLite without full-text search."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners.api import Catalogue
from utpartners.errors import UtpartnersError
from utpartners.formats.database import read_database
from utpartners.store.database import write_database
from utpartners.store.schema import schema, search_schema
from utpartners.store.store import connect
from utpartners.store.text_index import require_terms, tokens, write_search

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


ASKED = re.compile(r"INSERT INTO search \(rowid.*?(?=;)", re.DOTALL)
"""What fills the index, whose words are folded by Python only where that makes a difference."""


def test_text_that_is_not_folded() -> None:
    """Text with any sign is in the index as its folded words are, whoever folds it."""
    texts = [f"Ab{chr(code)}Cd {chr(code)} E{chr(code)}" for code in [*range(1, 0x250), 0x6771]]
    texts += ["Hawai'i U.K. A&S", "x_y", "ØRSTED · æ", "東京 Tokyo"]
    with closing(connect(":memory:")) as database:
        database.executescript(schema())
        write_search(database)
        rows = [(number, text, text) for number, text in enumerate(texts, 1)]
        database.executemany(
            "INSERT INTO search_text (pk, title, body, kind, id) VALUES (?, ?, ?, 'x', 'x')", rows
        )
        (asked,) = ASKED.findall(search_schema())
        database.execute(asked)
        require_terms(database, "instance")
        where = "SELECT term FROM search_instance WHERE doc = ? AND col = ? ORDER BY offset"
        for number, text in enumerate(texts, 1):
            for column in ("title", "body"):
                found = [term for (term,) in database.execute(where, (number, column))]
                assert found == tokens(text), text
