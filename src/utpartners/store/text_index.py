"""The index of full-text search (FTS5), and text as it goes in and comes out of it."""

from __future__ import annotations

import re
import sqlite3

from .. import normalize
from .schema import search_schema
from .sqlite_errors import WITHOUT_FTS5, fault

JOINT = "\u200b"
"""What keeps letters of an unspaced script apart, so that each is a word to the index: a blank of
no width, which catalogue text cannot hold, taken out again of what is found."""


_UNSPACED = "".join(f"{first}-{last}" for first, last in normalize.UNSPACED)
_BESIDE_UNSPACED = re.compile(f"(?<=[{_UNSPACED}])(?=.)|(?<=.)(?=[{_UNSPACED}])", re.DOTALL)


def prepared(text: str) -> str:
    """Text for the index: letters of scripts without blanks are words of their own."""
    return text if text.isascii() else _BESIDE_UNSPACED.sub(JOINT, text.replace(JOINT, ""))


def write_search(connection: sqlite3.Connection) -> None:
    """Make the index and fill it. Raises UtpartnersError where this SQLite has no FTS5."""
    connection.create_function("texts", -1, _texts, deterministic=True)
    try:
        connection.executescript(search_schema())
    except sqlite3.OperationalError as error:
        if WITHOUT_FTS5 not in str(error):
            raise
        raise fault(error, "") from error


def _texts(*parts: str | int | None) -> str:
    return " · ".join(prepared(str(part)) for part in parts if part is not None)
