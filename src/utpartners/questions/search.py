"""``search``: ranked full-text search over everything that a catalogue says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from .. import normalize
from ..answers import Column, Table, View
from ..i18n import translated
from .multi_home import with_home

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Row
    from ..store.store import Store

MARKS = ("‹", "›")
"""What stands around a hit in an excerpt."""

COLUMNS = (
    Column("kind"),
    Column("id", is_id=True),
    Column("partnership"),
    Column("title", heading="Found in"),
    Column("excerpt"),
)

VIEW = (
    View("Kind", (("{kind}",),)),
    View("Id", (("{id}",),), is_id=True),
    View("Partnership", (("{partnership}",),)),
    View("Found in", (("{title}",), ("{excerpt}",))),
)

EXCERPT_WORDS = 24

LONG = 5000
"""Letters of a record from which on its excerpt is where the first hit is, not the most.

To find the latter, FTS5 compares each hit with each: 40 seconds for a megabyte of the same word.
"""

_SEARCH = """
SELECT kind, id, partnership,
  coalesce(CASE kind
    WHEN 'partnership' THEN (
      SELECT p.name FROM partnership p WHERE p.catalogue = search.catalogue AND p.id = search.id)
    WHEN 'institution' THEN (SELECT i.name FROM institution i WHERE i.id = search.id)
    WHEN 'department' THEN (
      SELECT d.name FROM department d WHERE d.catalogue = search.catalogue AND d.id = search.id)
    END, title),
  CASE WHEN length(title) + coalesce(length(names), 0) + coalesce(length(body), 0) <= :long
    THEN snippet(search, -1, :before, :after, '…', :words) END,
  CASE WHEN length(title) + coalesce(length(names), 0) + coalesce(length(body), 0) > :long
    THEN coalesce(highlight(search, 2, :before, :after), '') || ' · ' ||
      coalesce(highlight(search, 1, :before, :after), '') || ' · ' ||
      highlight(search, 0, :before, :after) END
FROM search WHERE search MATCH :query
ORDER BY {order}
LIMIT :limit
"""

BEST_FIRST, AS_THEY_COME = "rank, rowid", "rowid"

_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :query LIMIT :most)
"""

MOST_RANKED = 5_000
"""Hits of which a few are still looked for as the best: each costs some microseconds."""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


def search(store: Store, words: Sequence[str], limit: int = -1) -> Table:
    """What has all the words, or starts of words, best first; ``"…"`` asks for words in a row.

    Nothing that is typed is query syntax. Words without a letter or digit ask for nothing.
    """
    query = match_expression(" ".join(words))
    columns, view, sql = with_home(store, COLUMNS, VIEW, _SEARCH, "search")
    rows: Iterator[Row] = iter(())
    notes: tuple[str, ...] = ()
    if query:
        store.require_search()
        if 0 <= limit < MOST_RANKED and _is_common(store, query):
            rows = _first(store, sql, query, limit)
            notes = _unranked()
        else:
            rows = _found(store, sql, query, limit)
    title = translated("Search: {words}").format(words=" ".join(words))
    return Table(columns, rows, title=title, view=view, footnotes=notes)


def _unranked() -> tuple[str, ...]:
    many = translated("More than {most} records have these words; add one to find the best.")
    order = translated("Listed are the first, those with the words in their titles before others.")
    return many.format(most=f"{MOST_RANKED:,}"), order


def match_expression(text: str) -> str:
    """The FTS5 expression for what a person typed: every word quoted, so that none is syntax."""
    parts = [_part(phrase or word, not phrase) for phrase, word in _PHRASE.findall(text)]
    return " AND ".join(part for part in parts if part)


def _part(text: str, is_start: bool) -> str:
    from ..store.text_index import JOINT, prepared

    tokens = re.findall(r"[^\W_]+", prepared(text).replace(JOINT, " "))
    if not tokens:
        return ""
    ends_open = is_start and not normalize.is_unspaced(tokens[-1][-1])
    return f'"{" ".join(tokens)}"' + ("*" if ends_open else "")


def _is_common(store: Store, query: str) -> bool:
    (count,) = store.one(_COUNT, {"query": query, "most": MOST_RANKED + 1}) or (0,)
    return bool(count > MOST_RANKED)


def _first(store: Store, sql: str, query: str, limit: int) -> Iterator[Row]:
    """The first hits in titles and, where they are too few, of the others.

    To find the best of very many, all would have to be ranked.
    """
    known = set()
    for row in _found(store, sql, f"{{title}} : ({query})", limit, AS_THEY_COME):
        known.add(row[:-2])
        yield row
    if len(known) < limit:
        others = _found(store, sql, query, limit, AS_THEY_COME)
        yield from islice((row for row in others if row[:-2] not in known), limit - len(known))


def _found(
    store: Store, sql: str, query: str, limit: int, order: str = BEST_FIRST
) -> Iterator[Row]:
    from ..store.text_index import JOINT

    bound = {"query": query, "limit": limit, "words": EXCERPT_WORDS, "long": LONG}
    bound |= {"before": MARKS[0], "after": MARKS[1]}
    for *where, title, excerpt, marked in store.rows(sql.format(order=order), bound):
        text = excerpt if marked is None else _around_first(marked)
        yield (*where, title.replace(JOINT, ""), text.replace(JOINT, ""))


AROUND = (60, 120)
"""Letters of a long text before and after the start of its first hit."""


def _around_first(marked: str) -> str:
    """The part of a text with marks that has the first of them."""
    before, after = MARKS
    place = max(marked.find(before), 0)
    start, end = max(place - AROUND[0], 0), place + AROUND[1]
    text = marked[start:end]
    if text.count(before) > text.count(after):
        text += after
    return f"{'…' if start else ''}{text}{'…' if end < len(marked) else ''}"
