"""The index of full-text search (FTS5), and text as it goes in and comes out of it."""

from __future__ import annotations

import os
import sqlite3
from itertools import pairwise

from .. import spelling
from ..errors import UtpartnersError

_SQL = os.path.join(os.path.dirname(__file__), "search.sql")

JOINT = "\u200b"
"""What keeps letters of an unspaced script apart, so that each is a word to the index: a blank of
no width, which catalogue text cannot hold, taken out again of what is found."""


def prepared(text: str) -> str:
    """Text for the index: letters of scripts without blanks are words of their own."""
    if text.isascii():
        return text
    text = text.replace(JOINT, "")
    return text[:1] + "".join(
        f"{JOINT}{right}" if spelling.is_unspaced(left) or spelling.is_unspaced(right) else right
        for left, right in pairwise(text)
    )


def write_search(connection: sqlite3.Connection) -> None:
    """Make the index and fill it. Raises UtpartnersError where this SQLite has no FTS5."""
    connection.create_function("texts", -1, _texts, deterministic=True)
    with open(_SQL, encoding="utf-8") as file:
        statements = file.read()
    try:
        connection.executescript(statements)
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise UtpartnersError(
            "this Python's SQLite has no full-text search (FTS5)",
            "Use another Python to search; all other questions work.",
        ) from error


def _texts(*parts: str | int | None) -> str:
    return prepared(" · ".join(str(part) for part in parts if part is not None))
