"""``search``: ranked full-text search over everything that a catalogue says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import spelling
from ..messages import translated
from ..table import Column, Table, View
from .homes import with_home

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.store import Store
    from ..table import Row

MARKS = ("‹", "›")
"""What stands around a hit in an excerpt."""

COLUMNS = (
    Column("kind"),
    Column("id"),
    Column("partnership"),
    Column("title", heading="Found in"),
    Column("excerpt"),
)

VIEW = (
    View("Kind", (("{kind}",),)),
    View("Id", (("{id}",),)),
    View("Partnership", (("{partnership}",),)),
    View("Found in", (("{title}",), ("{excerpt}",))),
)

EXCERPT_WORDS = 24

_SEARCH = """
SELECT kind, id, partnership,
  coalesce(CASE kind
    WHEN 'partnership' THEN (
      SELECT p.name FROM partnership p WHERE p.catalogue = search.catalogue AND p.id = search.id)
    WHEN 'institution' THEN (SELECT i.name FROM institution i WHERE i.id = search.id)
    WHEN 'department' THEN (
      SELECT d.name FROM department d WHERE d.catalogue = search.catalogue AND d.id = search.id)
    END, title),
  snippet(search, -1, :before, :after, '…', :words)
FROM search WHERE search MATCH :query
ORDER BY rank, rowid
LIMIT :limit
"""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


def search(store: Store, words: Sequence[str], limit: int = -1) -> Table:
    """What has all the words, or starts of words, best first; ``"…"`` asks for words in a row.

    Nothing that is typed is query syntax. Words without a letter or digit ask for nothing.
    """
    query = match_expression(" ".join(words))
    columns, view, sql = with_home(store, COLUMNS, VIEW, _SEARCH, "search")
    rows = _found(store, sql, query, limit) if query else iter(())
    title = translated("Search: {words}").format(words=" ".join(words))
    return Table(columns, rows, title=title, view=view)


def match_expression(text: str) -> str:
    """The FTS5 expression for what a person typed: every word quoted, so that none is syntax."""
    parts = [_part(phrase or word, not phrase) for phrase, word in _PHRASE.findall(text)]
    return " AND ".join(part for part in parts if part)


def _part(text: str, is_start: bool) -> str:
    from ..store.fulltext import JOINT, prepared

    tokens = re.findall(r"[^\W_]+", prepared(text).replace(JOINT, " "))
    if not tokens:
        return ""
    ends_open = is_start and not spelling.is_unspaced(tokens[-1][-1])
    return f'"{" ".join(tokens)}"' + ("*" if ends_open else "")


def _found(store: Store, sql: str, query: str, limit: int) -> Iterator[Row]:
    from ..store.fulltext import JOINT

    store.require_search()
    bound = {"query": query, "limit": limit, "words": EXCERPT_WORDS}
    bound |= {"before": MARKS[0], "after": MARKS[1]}
    for *where, title, excerpt in store.rows(sql, bound):
        yield (*where, title.replace(JOINT, ""), excerpt.replace(JOINT, ""))
