"""Questions of one's own: answered, and never more than read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from utpartners import Catalogue
from utpartners.errors import UtpartnersError
from utpartners.questions import sql

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def test_answer(catalogue: Catalogue) -> None:
    """A SELECT is answered with its columns and native values."""
    table = catalogue.sql("SELECT kind, count(*) AS n FROM agreement GROUP BY kind")
    assert list(table.records()) == [{"kind": "strategic partnership", "n": 3}]


def test_same_names(catalogue: Catalogue) -> None:
    """Columns of one name are told apart."""
    (row,) = catalogue.sql("SELECT 1 AS a, 2 AS a, 3 AS a").records()
    assert row == {"a": 1, "a_2": 2, "a_3": 3}


def test_full_text_and_names(catalogue: Catalogue) -> None:
    """The indexes of names and of search can be asked as well."""
    (row,) = catalogue.sql("SELECT count(*) AS n FROM search WHERE search MATCH 'topology'")
    assert row == (2,)
    ((words,),) = catalogue.sql("SELECT count(*) FROM word")
    assert words > 500


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM link",
        "UPDATE partnership SET name = 'x'",
        "DROP TABLE link",
        "CREATE TABLE x (y)",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "SELECT load_extension('x')",
        "VACUUM INTO 'x.db'",
        "BEGIN",
    ],
)
def test_only_reads(catalogue: Catalogue, statement: str) -> None:
    """What would write, attach, load or change anything is refused, and nothing is changed."""
    with pytest.raises(UtpartnersError, match="only reads"):
        catalogue.sql(statement)
    assert next(iter(catalogue.sql("SELECT count(*) FROM link"))) == (105,)


@pytest.mark.parametrize(
    "statement", ["selec 1", "SELECT nothing FROM link", "SELECT 1; SELECT 2", ""]
)
def test_mistakes(catalogue: Catalogue, statement: str) -> None:
    """What is no question is told, not raised by SQLite."""
    with pytest.raises(UtpartnersError):
        list(catalogue.sql(statement))


def test_the_place_is_shown(catalogue: Catalogue) -> None:
    """A syntax error points at its place."""
    with pytest.raises(UtpartnersError) as error:
        catalogue.sql("SELECT 1 FRM link")
    assert "SELECT 1 FRM link\n" in (error.value.hint or "")
    assert "^ here" in (error.value.hint or "")


def test_other_questions_go_on(catalogue: Catalogue) -> None:
    """After a question of one's own the others are asked as before."""
    list(catalogue.sql("SELECT 1"))
    assert catalogue.show("KTH").record()["id"] == "stockholm"


def test_schema(catalogue: Catalogue) -> None:
    """The schema lists every table with its columns and what they refer to."""
    rows = [
        (row["table"], row["column"], row["references"]) for row in catalogue.schema().records()
    ]
    assert ("link", "department", "department") in rows
    assert ("partnership", "name", None) in rows


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT count(*) AS n FROM activity WHERE "wen" > 2019',
        """SELECT 'it''s "fine"' AS a, "nothing" FROM activity""",
        'SELECT 1 AS a /* "b" */ FROM activity ORDER BY "c"',
    ],
)
def test_quoted_column_that_is_none(catalogue: Catalogue, statement: str) -> None:
    """A name in double quotes that is no column is refused, and not taken for text."""
    with pytest.raises(UtpartnersError, match="no such column"):
        list(catalogue.sql(statement))


def test_quoted_columns(catalogue: Catalogue) -> None:
    """Names in double quotes are columns and headings; quotes in texts and comments stay."""
    table = catalogue.sql(
        'SELECT "when" AS "the ""time", \'"x"\' AS b -- "no"\n'
        "FROM activity WHERE \"when\" = '2019' LIMIT 1"
    )
    assert [column.key for column in table.columns] == ['the "time', "b"]
    assert list(table) == [("2019", '"x"')]


def test_very_long_values(catalogue: Catalogue) -> None:
    """A value that would fill the memory is refused at once."""
    with pytest.raises(UtpartnersError, match="sql: string or blob too big"):
        list(catalogue.sql("SELECT length(replace(hex(zeroblob(20000000)), '0', 'aaaa'))"))


LARGE = "SELECT json_group_array(printf('%.*c', 10000000, 'x')) FROM activity"


def test_bounded_memory(catalogue: Catalogue, bounded: None) -> None:
    """What collects values in memory is refused at the limit, and not at the last byte."""
    with pytest.raises(UtpartnersError, match="the answer does not fit into memory"):
        list(catalogue.sql(LARGE))


def test_names_after_a_refusal(built: Built, utokyo: Records, bounded: None) -> None:
    """Names are found after it, though SQLite takes back what was not committed."""
    catalogue = Catalogue(built(utokyo))
    list(catalogue.schema())  # makes the index of text, which commits; that of names comes after it
    with pytest.raises(UtpartnersError, match="the answer does not fit into memory"):
        list(catalogue.sql(LARGE))
    assert catalogue.show("KTH").record()["id"] == "stockholm"


@pytest.fixture
def bounded(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SQLite may take no more than 200 MB; the limit is one of the process."""
    monkeypatch.setattr(sql, "MOST_MEMORY", 200_000_000)
    sql.limit_memory(catalogue.store)
    yield
    monkeypatch.setattr(sql, "MOST_MEMORY", 0)  # none
    sql.limit_memory(catalogue.store)


def test_no_room_for_temporary_tables(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full is told as one, with the place to look at."""
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL

    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise full

    with pytest.raises(UtpartnersError, match="no room on the disk for the temporary tables of"):
        list(sql._rows(catalogue.store, rows(), "SELECT 1"))  # type: ignore[arg-type]
