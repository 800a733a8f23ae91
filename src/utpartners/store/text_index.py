"""The index of full-text search (FTS5), and text as it goes in and comes out of it."""

from __future__ import annotations

import re
import sqlite3

from .. import normalize
from .schema import search_schema
from .sqlite_errors import WITHOUT_FTS5, fault

JOINT = "\u200b"
"""A zero-width space between letters of scripts without blanks: each letter is then a word.

The tokenizer unicode61 splits text at blanks, and would take a Japanese sentence for one word. The
tokenizer trigram finds no word of two letters, which most Japanese words are. The joints are taken
out of whatever is found."""


_UNSPACED = "".join(f"{first}-{last}" for first, last in normalize.UNSPACED)
_BESIDE_UNSPACED = re.compile(f"(?<=[{_UNSPACED}])(?=.)|(?<=.)(?=[{_UNSPACED}])", re.DOTALL)


def prepared(text: str) -> str:
    """Return text for the index, in which letters of scripts without blanks are words."""
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
