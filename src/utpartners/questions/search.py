"""``search``: ranked full-text search over everything that a catalogue says."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..answers import Brief, Column, Table, View
from ..errors import UsageError
from ..i18n import translated
from .columns import SqlColumn, columns_of, read, table_columns
from .excerpt import MARKS, Wanted, excerpt, pattern, wanted_in
from .heading import step
from .multi_home import with_home
from .record_names import namers
from .selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Facts, Row
    from ..store.store import Store
    from .selection import Selection

_VIEW = (
    View("Kind", (("{kind}",),)),
    View("Id", (("{id}",),), is_id=True),
    View("Partnership", (("{partnership}",),)),
    View("Found in", (("{title}",), ("{excerpt}",))),
)

_BRIEF = (
    View("", (("{id}",),), is_id=True),
    View("", (("{title}",),)),
    View("", (("{kind}",),), is_shared=True),
)

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
    # The texts of which the excerpt is made, when it is known that the row is given.
    SqlColumn(Column("excerpt", "list"), "json_array(search.title, names, body, also)"),
)

_EXCERPT = Column("excerpt")

_HITS = "SELECT rowid FROM search WHERE search MATCH :query ORDER BY {order} LIMIT :limit"

# The rank of two hits may be equal: rowid makes the order the same each time.
BEST_FIRST, AS_THEY_COME = "rank, rowid", "rowid"

_FOUND = """
SELECT {fields}
FROM json_each(:hits) AS hit CROSS JOIN search_text AS search ON search.pk = hit.value
ORDER BY hit.key
"""

AT_ONCE = 100
"""Hits whose texts are read at once: few enough that the first ones appear soon."""

_COUNT = """
SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :query LIMIT :most)
"""

MOST_RANKED = 5_000
"""Hits that are ranked to list a few of them: each costs some microseconds."""

MOST_WORDS = 50
"""Different words that are searched for at most."""

_PHRASE = re.compile(r'"([^"]*)"|([^\s"]+)')


_OF_PARTNERSHIPS = """
SELECT pk FROM search_text WHERE (catalogue, partnership) IN (
  SELECT p.catalogue, p.id FROM partnership p WHERE {where})
"""


def search(
    store: Store, words: Sequence[str], limit: int = -1, selection: Selection = EVERYTHING
) -> Table:
    """Return what has all the words, or starts of words, best first.

    What has the words themselves comes before what has longer ones that start so. ``"…"`` asks for
    words in a row. Nothing that is typed is query syntax. Words without a letter or digit find
    nothing. Raises UsageError for too many words.
    """
    wanted = wanted_words(" ".join(words))
    fields, view = with_home(store, _FIELDS, _VIEW, "search")
    rows: Iterator[Row] = iter(())
    notes: tuple[str, ...] = ()
    if not wanted:
        notes = (translated("Type at least one letter or digit."),)
    else:
        store.require_search()
        query = _Query(match_expression(wanted), match_expression(wanted, whole=True))
        if not _count(store, query.open, 1):
            from .near_words import notes_of_nothing

            notes = notes_of_nothing(store, wanted, " ".join(words))
        else:
            is_common = 0 <= limit < MOST_RANKED and _is_common(store, query.open)
            notes = _unranked() if is_common else ()
            hits = _hits(store, query, limit, is_common)
            if selection.is_filtered:
                hits = _selected(store, _hits(store, query, -1, is_common), selection)
            rows = _rows(store, fields, hits, pattern(wanted))
    title = translated("Search: {words}").format(words=" ".join(words))
    if selection.is_filtered:
        title = f"{title} · {selection.title(store)}"
    columns = (*columns_of(fields[:-1]), _EXCERPT)
    _, brief = with_home(store, _FIELDS, _BRIEF, "search")
    return Table(
        columns,
        rows,
        title=title,
        view=view,
        footnotes=notes,
        brief=Brief(brief, _facts, below="found"),
        names=namers(store, partnership="partnership"),
        counted=lambda: _counted(store, wanted, limit, selection),
        next_steps=_steps,
    )


def _facts(row: Facts) -> Facts:
    """Return the excerpt where it says more than the title, which stands above it."""
    text = row["excerpt"] or ""
    plain = "".join(letter for letter in text if letter not in MARKS).strip("… ")
    return {"found": "" if plain in (row["title"] or "") else text}


def _counted(store: Store, wanted: Sequence[Wanted], limit: int, selection: Selection) -> str:
    """Return how many records were found, where that is known before they are read."""
    if not wanted or selection.is_filtered:
        return ""
    count = count_hits(store, wanted, MOST_RANKED + 1)
    if not count or count > MOST_RANKED:
        return ""
    one, several = translated("{count} record"), translated("{count} records")
    said = (one if count == 1 else several).format(count=f"{count:,}")
    if 0 <= limit < count:
        shown = translated("the first {count} are shown", count=f"{limit:,}")
        return f"{said} · {shown}"
    return said


def _steps(row: Facts) -> list[str]:
    if not row:
        return []
    home = f"{row['home']}/" if "home" in row else ""
    if row["partnership"]:
        return [step("show", f"{home}{row['partnership']}")]
    return [step("dept", f"{home}{row['id']}")] if row["kind"] == "department" else []


class _Query(NamedTuple):
    """Expressions for FTS5: for words and starts of words, and for whole words only."""

    open: str
    whole: str


def _unranked() -> tuple[str, ...]:
    many = translated("More than {most} records contain these words; add a word to rank them.")
    order = translated(
        "The first ones are listed, those with the words in the title before the others."
    )
    return many.format(most=f"{MOST_RANKED:,}"), order


def wanted_words(text: str) -> list[Wanted]:
    """Return what a person typed, each word and phrase once. Raises UsageError for too many."""
    typed = _PHRASE.findall(text)
    # Names are found without them; in a row of words they count.
    kept = [one for one in typed if one[0] or one[1].casefold() not in normalize.FILLERS] or typed
    parts = (wanted_in(phrase or word, is_phrase=bool(phrase)) for phrase, word in kept)
    wanted = list(dict.fromkeys(part for part in parts if part is not None))
    if len(wanted) > MOST_WORDS:
        message = translated("{count} different words are too many to search for")
        raise UsageError(
            message.format(count=len(wanted)),
            translated("Type {most} at most.").format(most=MOST_WORDS),
        )
    return wanted


def match_expression(wanted: Sequence[Wanted], *, whole: bool = False) -> str:
    """Return the FTS5 expression for words, each quoted: none is syntax."""
    return " AND ".join(
        f'"{" ".join(one.words)}"' + ("*" if one.is_open and not whole else "") for one in wanted
    )


def count_hits(store: Store, wanted: Sequence[Wanted], most: int) -> int:
    """Return how many records have all the words, counting no further than ``most``."""
    return _count(store, match_expression(wanted), most)


def _count(store: Store, query: str, most: int) -> int:
    (count,) = store.one(_COUNT, {"query": query, "most": most}) or (0,)
    return int(count)


def _is_common(store: Store, query: str) -> bool:
    return _count(store, query, MOST_RANKED + 1) > MOST_RANKED


def _hits(store: Store, query: _Query, limit: int, is_common: bool) -> Iterator[int]:
    """Yield the keys of the hits, each once, those with the whole words first.

    To find the best of very many, all would have to be ranked: of common words, those come first
    that are in titles.
    """
    steps = [(query.whole, BEST_FIRST), (query.open, BEST_FIRST)]
    if is_common:
        steps = [(f"{{title}} : ({query.open})", AS_THEY_COME), (query.open, AS_THEY_COME)]
        if not _is_common(store, query.whole):
            steps.insert(0, (query.whole, BEST_FIRST))
        else:
            steps[:0] = [(f"{{title}} : ({query.whole})", AS_THEY_COME)]
            steps.insert(1, (query.whole, AS_THEY_COME))
    seen: set[int] = set()
    for expression, order in dict.fromkeys(steps):
        if len(seen) == limit:
            return
        bound = {"query": expression, "limit": limit}
        for (hit,) in store.rows(_HITS.format(order=order), bound):
            if hit not in seen and len(seen) != limit:
                seen.add(hit)
                yield hit


def _selected(store: Store, hits: Iterator[int], selection: Selection) -> Iterator[int]:
    """Yield the hits that belong to partnerships of a selection."""
    sql = _OF_PARTNERSHIPS.format(where=selection.condition)
    known = {hit for (hit,) in store.rows(sql, selection.values)}
    yield from (hit for hit in hits if hit in known)


def _rows(
    store: Store, fields: Sequence[SqlColumn], hits: Iterator[int], wanted: re.Pattern[str]
) -> Iterator[Row]:
    """Yield the rows of hits: only what is given is read, and has an excerpt."""
    while batch := list(islice(hits, AT_ONCE)):
        for row in read(store, fields, _FOUND, {"hits": batch}):
            yield (*row[:-1], excerpt(row[-1], wanted))
