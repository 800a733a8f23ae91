"""``search``: ranked full-text search over everything that a catalogue says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from .. import normalize
from ..answers import Column, Table, View
from ..i18n import translated
from .columns import SqlColumn, columns_of, read, table_columns
from .multi_home import with_home
from .selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Row
    from ..store.store import Store
    from .selection import Selection

MARKS = ("‹", "›")
"""What stands around a hit in an excerpt."""

_VIEW = (
    View("Kind", (("{kind}",),)),
    View("Id", (("{id}",),), is_id=True),
    View("Partnership", (("{partnership}",),)),
    View("Found in", (("{title}",), ("{excerpt}",))),
)

EXCERPT_WORDS = 24

LONG = 5000
"""Characters of a record above which its excerpt is around the first hit, not where most hits are.

For the latter FTS5 compares each hit with each: 40 seconds for a megabyte of the same word.
"""

_LENGTH = "length(title) + coalesce(length(names), 0) + coalesce(length(body), 0)"

_FIELDS = (
    *table_columns(
        "search", Column("kind", means="word"), Column("id", is_id=True), Column("partnership")
    ),
    SqlColumn(
        Column("title", heading="Found in"),
        """coalesce(CASE kind
          WHEN 'partnership' THEN (
            SELECT p.name FROM partnership p
            WHERE p.catalogue = search.catalogue AND p.id = search.id)
          WHEN 'institution' THEN (SELECT i.name FROM institution i WHERE i.id = search.id)
          WHEN 'department' THEN (
            SELECT d.name FROM department d
            WHERE d.catalogue = search.catalogue AND d.id = search.id)
          WHEN 'activity' THEN (SELECT a.title FROM activity a WHERE a.pk = (
              SELECT min(b.pk) FROM main.activity b JOIN main.partnership p ON p.pk = b.partnership
              WHERE p.catalogue = search.catalogue AND p.id = search.partnership
            ) + substr(search.id, length(search.partnership) + 2) - 1)
          WHEN 'initiative' THEN (
            SELECT i.name FROM initiative i
            WHERE i.catalogue = search.catalogue AND i.id = search.id)
          WHEN 'catalogue' THEN (SELECT c.title FROM catalogue c WHERE c.pk = search.catalogue)
          END, title)""",
    ),
    SqlColumn(
        Column("excerpt"),
        f"""CASE WHEN {_LENGTH} <= :long
          THEN snippet(search, -1, :before, :after, '…', :words) END""",
    ),
)

_MARKED = SqlColumn(
    Column("excerpt"),
    f"""CASE WHEN {_LENGTH} > :long
      THEN coalesce(highlight(search, 2, :before, :after), '') || ' · ' ||
        coalesce(highlight(search, 1, :before, :after), '') || ' · ' ||
        highlight(search, 0, :before, :after) END""",
)
"""The whole of a long record with its hits marked, from which its excerpt is cut."""

_SEARCH = """
SELECT {fields} FROM search WHERE search MATCH :query AND {where} ORDER BY {order} LIMIT :limit
"""

_OF_PARTNERSHIPS = """(search.catalogue, search.partnership) IN (
  SELECT p.catalogue, p.id FROM partnership p WHERE {condition})"""
"""The condition on a hit that it belongs to a partnership of a selection."""

# The rank of two hits may be equal: rowid makes the order the same each time.
BEST_FIRST, AS_THEY_COME = "rank, rowid", "rowid"

_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :query LIMIT :most)
"""

MOST_RANKED = 5_000
"""Hits that are ranked to list a few of them: each costs some microseconds."""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


def search(
    store: Store, words: Sequence[str], limit: int = -1, selection: Selection = EVERYTHING
) -> Table:
    """Return what has all the words, or starts of words, best first.

    ``"…"`` asks for words in a row. Nothing that is typed is query syntax. Words without a letter
    or digit find nothing.
    """
    query = match_expression(" ".join(words))
    fields, view = with_home(store, _FIELDS, _VIEW, "search")
    rows: Iterator[Row] = iter(())
    notes: tuple[str, ...] = ()
    if query:
        store.require_search()
        if 0 <= limit < MOST_RANKED and _is_common(store, query):
            rows = _first(store, fields, query, limit, selection)
            notes = _unranked()
        else:
            rows = _found(store, fields, query, limit, selection)
    title = translated("Search: {words}").format(words=" ".join(words))
    if selection.is_filtered:
        title = f"{title} · {selection.title(store)}"
    return Table(columns_of(fields), rows, title=title, view=view, footnotes=notes)


def _unranked() -> tuple[str, ...]:
    many = translated("More than {most} records contain these words; add a word to rank them.")
    order = translated(
        "The first ones are listed, those with the words in the title before the others."
    )
    return many.format(most=f"{MOST_RANKED:,}"), order


def match_expression(text: str) -> str:
    """Return the FTS5 expression for what a person typed, every word quoted: none is syntax."""
    parts = [_part(phrase or word, not phrase) for phrase, word in _PHRASE.findall(text)]
    return " AND ".join(part for part in parts if part)


def _part(text: str, is_start: bool) -> str:
    from ..store.text_index import JOINT, prepared

    tokens = re.findall(r"[^\W_]+", prepared(text).replace(JOINT, " "))
    if not tokens:
        return ""
    # In the index each letter of a script without blanks is a word of its own: it starts no other.
    ends_open = is_start and not normalize.is_unspaced(tokens[-1][-1])
    return f'"{" ".join(tokens)}"' + ("*" if ends_open else "")


def _is_common(store: Store, query: str) -> bool:
    (count,) = store.one(_COUNT, {"query": query, "most": MOST_RANKED + 1}) or (0,)
    return bool(count > MOST_RANKED)


def _first(
    store: Store, fields: Sequence[SqlColumn], query: str, limit: int, selection: Selection
) -> Iterator[Row]:
    """Yield the first hits in titles and, where they are too few, others.

    To find the best of very many, all would have to be ranked.
    """
    # All but title and excerpt says which record a hit is; the excerpts of both searches differ.
    known = set()
    for row in _found(store, fields, f"{{title}} : ({query})", limit, selection, AS_THEY_COME):
        known.add(row[:-2])
        yield row
    if len(known) < limit:
        others = _found(store, fields, query, limit, selection, AS_THEY_COME)
        yield from islice((row for row in others if row[:-2] not in known), limit - len(known))


def _found(
    store: Store,
    fields: Sequence[SqlColumn],
    query: str,
    limit: int,
    selection: Selection,
    order: str = BEST_FIRST,
) -> Iterator[Row]:
    from ..store.text_index import JOINT

    condition = "TRUE"
    if selection.is_filtered:
        condition = _OF_PARTNERSHIPS.format(condition=selection.condition)
    bound = {**selection.values, "query": query, "limit": limit, "words": EXCERPT_WORDS}
    bound |= {"long": LONG}
    bound |= {"before": MARKS[0], "after": MARKS[1]}
    for *where, title, excerpt, marked in read(
        store, (*fields, _MARKED), _SEARCH, bound, order=order, where=condition
    ):
        text = excerpt if marked is None else _around_first(marked)
        yield (*where, title.replace(JOINT, ""), text.replace(JOINT, ""))


AROUND = (60, 120)
"""Characters of a long text before and after the start of its first hit."""


def _around_first(marked: str) -> str:
    """Return the part of a text with marks that has the first of them."""
    before, after = MARKS
    place = max(marked.find(before), 0)
    start, end = max(place - AROUND[0], 0), place + AROUND[1]
    text = marked[start:end]
    # The hit may go on behind the end of the excerpt.
    if text.count(before) > text.count(after):
        text += after
    return f"{'…' if start else ''}{text}{'…' if end < len(marked) else ''}"
