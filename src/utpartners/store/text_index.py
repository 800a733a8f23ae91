"""The index of full-text search (FTS5), and text as it goes into it and is asked of it.

The index has folded words, as names are compared, beside the texts as the catalogue has them: the
table ``search_text``, which is the content of the virtual table ``search``.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache

from .. import normalize
from ..i18n import in_other_languages
from .schema import search_schema
from .sqlite_errors import WITHOUT_FTS5, fault

UNSPACED = "".join(f"{first}-{last}" for first, last in normalize.UNSPACED)
"""The letters of scripts without blanks, as ranges for a regular expression."""

_PARTS = re.compile(f"[{UNSPACED}]|[^{UNSPACED}]+")
"""Such a letter by itself, or what stands between two of them."""


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index has them.

    Of scripts without blanks each letter is a word. The tokenizer unicode61 would take a Japanese
    sentence for one word, and the tokenizer trigram finds no word of two letters, which most
    Japanese words are.
    """
    return [word for word in _SEPARATOR.split(_indexed(text)) if word]


_SEPARATOR = re.compile(r"[\W_]+")


def _indexed(text: str) -> str:
    """Return a text as it is given to the tokenizer, which splits it at what is no letter."""
    # Texts of ASCII take a tenth of the time, and are so but for the sign between them.
    folded = normalize.joined(text.replace("·", " "))
    return folded if folded.isascii() else " ".join(_PARTS.findall(folded))


def write_search(connection: sqlite3.Connection) -> None:
    """Make the index and fill it. Raises UtpartnersError where this SQLite has no FTS5."""
    for name, count, function in _FUNCTIONS:
        connection.create_function(name, count, function, deterministic=True)
    try:
        connection.executescript(search_schema())
    except sqlite3.OperationalError as error:
        if WITHOUT_FTS5 not in str(error):
            raise
        raise fault(error, "") from error


def _texts(*parts: str | int | None) -> str | None:
    found = [str(part) for part in parts if part is not None]
    return " · ".join(found) if found else None


def _also(ids: str | None, *words: str | None) -> str | None:
    """Return what a record is found by besides its texts: ids, and words in other languages."""
    return _texts(ids, *(said for word in words if word for said in _in_other_languages(word)))


@lru_cache(maxsize=1000)
def _in_other_languages(word: str) -> list[str]:
    return in_other_languages(word)


@lru_cache(maxsize=1000)  # what many records are also found by, such as their kind
def _folded(text: str | None) -> str | None:
    return None if text is None else _indexed(text)


def _joined(*ids: str | None) -> str | None:
    """Return ids and codes as one word each, as people may type them: ``gsas`` for ``GS A&S``."""
    keys = (normalize.key(normalize.words(id)) for id in ids if id is not None)
    return _texts(*dict.fromkeys(keys))


_TERMS = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_{form} USING fts5vocab(main, search, {form})
"""


def require_terms(connection: sqlite3.Connection, form: str = "row") -> None:
    """Make the table ``search_row`` of the words in the index, or ``search_instance``.

    The first has each word once, the second each place where one stands.
    """
    (was_query_only,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = OFF")
    connection.execute(_TERMS.format(form=form))
    connection.execute(f"PRAGMA query_only = {was_query_only}")


_FUNCTIONS = (
    ("texts", -1, _texts),
    ("also", -1, _also),
    ("folded", 1, _folded),
    ("joined", -1, _joined),
)
