"""The plans of SQLite for questions about a few records: they do not grow with the catalogue."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from utpartners.api import Catalogue, open_catalogue
from utpartners.cli.completion import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from utpartners.answers import Table

SMALL = re.compile(
    r"json_each|catalogue|catalogue_title|spoken|typed|near|known|hit|search|search_config|phase|status"
    r"|c|d|found"
)
"""What may be read as a whole: what was typed, the catalogues with their titles, phases and
departments, the statuses that a catalogue lists, and the hits of the index of full-text search."""

_ASKS = re.compile(r"\s*(SELECT|WITH)\b")
_OF_SQLITE = re.compile("sqlite_schema|pragma_")
_SCAN = re.compile(r"SCAN (?:main\.)?(?!\(|CONSTANT|SUBQUERY \d)(\w+)")

QUESTIONS: dict[str, Callable[[Catalogue], object]] = {
    "show an id": lambda catalogue: catalogue.show("anu"),
    "show a part of a name": lambda catalogue: catalogue.show("Australian Nat"),
    "dept": lambda catalogue: list(catalogue.dept("GS", "Law", "and", "Politics", "GraSPP")),
    "dept --any": lambda catalogue: list(catalogue.dept("GraSPP", "Law", any=True)),
    "search": lambda catalogue: list(catalogue.search("symposium", limit=3)),
    "agreements --expiring": lambda catalogue: list(catalogue.agreements(expiring="12m")),
    "agreements --lapsed": lambda catalogue: list(catalogue.agreements(lapsed="12m")),
    "agreements --ends": lambda catalogue: list(catalogue.agreements(ends="2027")),
    "agreements --signed": lambda catalogue: list(catalogue.agreements(signed="2013")),
    "timeline --partner": lambda catalogue: list(catalogue.timeline(partner=["anu"])),
    "timeline --dept": lambda catalogue: list(catalogue.timeline(dept="GraSPP")),
    "timeline, a word": lambda catalogue: list(catalogue.timeline("ANU")),
    "timeline --kind": lambda catalogue: list(catalogue.timeline(kind="forum")),
    "show --kind": lambda catalogue: catalogue.show("anu", kind="lecture", since="2017"),
    "list --status": lambda catalogue: list(catalogue.list(status="primary")),
    "list, a word": lambda catalogue: list(catalogue.list("primary")),
    "list, a country": lambda catalogue: list(catalogue.list("Germany")),
    "agreements, a word": lambda catalogue: list(catalogue.agreements("GraSPP")),
    "list --dept": lambda catalogue: list(catalogue.list(dept="GraSPP")),
    "list --partner": lambda catalogue: list(catalogue.list(partner="anu", current=True)),
    "agreements --partner": lambda catalogue: list(catalogue.agreements(partner="anu")),
}


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that any connection runs from now on, with their values."""
    found: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(found.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    return found


def read_as_a_whole(connection: sqlite3.Connection, statements: list[str]) -> Iterator[str]:
    """What the plans of statements read from end to end, with each statement."""
    connection.set_trace_callback(None)
    for statement in dict.fromkeys(statements):
        if _ASKS.match(statement) and not _OF_SQLITE.search(statement):
            for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall():
                scan = _SCAN.match(detail)
                is_large = scan and not SMALL.fullmatch(scan[1]) and "department" not in detail
                if is_large or "AUTOMATIC PARTIAL" in detail:
                    yield f"{detail} in {' '.join(statement.split())}"


@pytest.mark.parametrize("language", [None, "ja"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_questions(
    written_database: Path, statements: list[str], question: str, language: str | None
) -> None:
    """No question about a few records reads a table that has a row for each of them all."""
    with open_catalogue(str(written_database), language=language) as catalogue:
        QUESTIONS[question](catalogue)
        assert statements
        assert list(read_as_a_whole(catalogue.store.connection, statements)) == []


@pytest.mark.parametrize(
    "asked",
    [{"expiring": "12m"}, {"lapsed": "12m"}, {"ends": "2027"}, {"state": "ended"}],
)
def test_the_first_agreements(
    written_database: Path, statements: list[str], asked: dict[str, str]
) -> None:
    """The first that end are read by an index in the order of their ends; none is sorted."""
    with open_catalogue(str(written_database)) as catalogue:
        table = catalogue.agreements(limit=50, **asked)  # type: ignore[arg-type]
        list(table)
        connection = catalogue.store.connection
        connection.set_trace_callback(None)
        (asking,) = [one for one in statements if "ORDER BY a.end_day, a.pk" in one]
        plan = [detail for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {asking}")]
        assert plan[0].startswith("SEARCH a USING INDEX agreement_end (end_day>?")
        assert not [detail for detail in plan if "ORDER BY" in detail]
        connection.set_trace_callback(statements.append)
        statements.clear()
        table.counted()
        assert list(read_as_a_whole(connection, statements)) == []


@pytest.mark.parametrize(
    ("ask", "order"),
    [
        (lambda catalogue: catalogue.agreements(limit=50), "ORDER BY a.end_day IS NULL"),
        (lambda catalogue: catalogue.timeline(limit=50), "ORDER BY a.planned"),
        (lambda catalogue: catalogue.list(status="primary", limit=50), "IS NOT TRUE ORDER BY p.pk"),
    ],
)
def test_the_first_of_many(
    written_database: Path, statements: list[str], ask: Callable[[Catalogue], Table], order: str
) -> None:
    """The first of all agreements or activities, or of a status, are found without sorting all."""
    with open_catalogue(str(written_database)) as catalogue:
        list(ask(catalogue))
        connection = catalogue.store.connection
        connection.set_trace_callback(None)
        asking = next(one for one in statements if order in one)
        plan = connection.execute(f"EXPLAIN QUERY PLAN {asking}").fetchall()
        # Lists within a row, such as its departments, are sorted: these are below another line.
        assert not [row for row in plan if row[1] == 0 and "TEMP B-TREE" in row[-1]]


def test_people(written_database: Path, statements: list[str]) -> None:
    """All people are read, and of each only what the person is responsible for."""
    with open_catalogue(str(written_database)) as catalogue:
        list(catalogue.people(dept="GraSPP"))
        found = [*read_as_a_whole(catalogue.store.connection, statements)]
        assert {scan.partition(" in ")[0] for scan in found} == {"SCAN h"}


@pytest.mark.parametrize("typed", ["", "a", "University o"])
def test_completion(written_database: Path, statements: list[str], typed: str) -> None:
    """Nor does a name that is completed, or a language."""
    with open_catalogue(str(written_database)) as catalogue:
        statements.clear()
        assert named.names(catalogue.store, ["partnership", "institution"], typed)
        assert named.languages(catalogue.store, [], "j")
        assert statements
        assert list(read_as_a_whole(catalogue.store.connection, statements)) == []
