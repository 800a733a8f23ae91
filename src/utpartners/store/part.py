"""A part of a catalogue: some partnerships, with all that they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .schema import schema
from .sqlite_errors import translated_errors
from .store import Store, connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from .store import Row

_KEYS = """
WITH wanted (pk) AS (SELECT value FROM json_each(:partnerships)),
known_catalogue AS (
  SELECT catalogue AS pk FROM main.partnership WHERE pk IN wanted
  UNION SELECT pk FROM main.catalogue WHERE NOT EXISTS (SELECT 1 FROM wanted)),
known_initiative AS (
  SELECT pk FROM main.initiative WHERE catalogue IN known_catalogue),
known_activity AS (SELECT pk FROM main.activity WHERE partnership IN wanted),
known_department AS (
  SELECT department AS pk FROM main.link WHERE partnership IN wanted
  UNION SELECT coordinator FROM main.partnership WHERE pk IN wanted AND coordinator IS NOT NULL
  UNION SELECT department FROM main.activity_department WHERE activity IN known_activity),
known_institution AS (
  SELECT institution AS pk FROM main.member WHERE partnership IN wanted
  UNION SELECT pk FROM main.institution WHERE id IN (SELECT home FROM main.catalogue
    WHERE pk IN known_catalogue)),
known_country AS (SELECT pk FROM main.country WHERE code IN (
  SELECT country FROM main.institution WHERE pk IN known_institution))
"""

_OF_CATALOGUE = "catalogue IN known_catalogue"
_OF_PARTNERSHIP = "partnership IN wanted"
_OF_ACTIVITY = "activity IN known_activity"
_OF_RECORD = """CASE kind
  WHEN 'partnership' THEN record IN wanted WHEN 'institution' THEN record IN known_institution
  WHEN 'department' THEN record IN known_department WHEN 'country' THEN record IN known_country
  WHEN 'initiative' THEN record IN known_initiative END"""

TABLES = {
    "catalogue": "pk IN known_catalogue",
    **dict.fromkeys(("aim", "note", "source", "phase", "initiative"), _OF_CATALOGUE),
    "initiative_figure": "initiative IN known_initiative",
    "country": "pk IN known_country",
    "institution": "pk IN known_institution",
    "department": "pk IN known_department",
    "partnership": "pk IN wanted",
    **dict.fromkeys(("member", "link", "agreement", "activity"), _OF_PARTNERSHIP),
    **dict.fromkeys(("activity_figure", "activity_department", "activity_other"), _OF_ACTIVITY),
    **dict.fromkeys(("translation", "alias", "evidence"), _OF_RECORD),
}
"""Which rows of each table belong to the part."""


def part(store: Store, partnerships: Collection[int]) -> Store:
    """The partnerships of these keys, and of the other tables what they refer to.

    It is held in a file of its own, which vanishes with the connection.
    """
    kept = Store(connect(""), store.origin)
    kept.is_checked = store.is_checked
    connection = kept.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.executescript(schema())
    bound = {"partnerships": sorted(partnerships)}
    with translated_errors(store.origin), connection:
        for table, condition in TABLES.items():
            sql = f"{_KEYS} SELECT * FROM main.{table} WHERE {condition}"  # noqa: S608
            _copy(connection, table, store.rows(sql, bound))
    return kept


def _copy(connection: sqlite3.Connection, table: str, rows: Iterator[Row]) -> None:
    columns = connection.execute(f"SELECT * FROM {table}").description  # noqa: S608
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
