"""The order and the number of the rows of an answer: ``--sort`` and ``--limit``."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Column, Row, Table
    from ..store.store import Store


def arranged(table: Table, sort: str | None, limit: int | None) -> Table:
    """Return a table in the order of some columns, with ``limit`` rows at most.

    ``sort`` is a key such as ``name``, or several with commas between them; ``-name`` is the
    reverse. Raises UsageError for what is no column.
    """
    if sort is not None and sort.strip():
        # Read by order, rows that belong together under a heading no longer stand together.
        table = table.with_rows(_sorted(table, sort))
        table.section = None
        if table.brief is not None:
            table.brief = table.brief._replace(section=None)
    if limit is not None:
        if limit < 0:
            raise UsageError(translated("--limit: {number} is negative").format(number=limit))
        table = _limited(table, limit)
    return table


MOST_SAID = 1_000
"""Rows up to which it is said that there are more, which has to be known before they are given."""


def most_read(sort: str | None, limit: int | None) -> int | None:
    """Return how many rows :func:`arranged` needs: one more than it gives; None for all of them.

    A question in an order of its own passes it to SQL, which then sorts no more than these.
    """
    is_sorted = sort is not None and sort.strip()
    return None if limit is None or limit < 0 or is_sorted else limit + 1


def _limited(table: Table, limit: int) -> Table:
    """Return a table with the first rows only."""
    # Streamed, as the rows are kept by the table that is returned.
    if limit > MOST_SAID:
        return table.with_rows(islice(table.streamed(), min(limit, sys.maxsize)))
    first, counted = list(islice(table.streamed(), limit + 1)), table.counted
    found = table.with_rows(first[:limit])
    if len(first) > limit:
        shown = translated("the first {count} are shown", count=limit)
        found.counted = lambda: " · ".join(filter(None, [counted(), shown]))
    return found


def _sorted(table: Table, sort: str) -> list[Row]:
    rows = list(table.rows)
    # Sorting is stable: by the last key first, and equal rows keep the order of the catalogue.
    for key in reversed([one.strip() for one in sort.split(",") if one.strip()]):
        is_reversed = key.startswith("-")
        place = _place(table.columns, key.removeprefix("-"))
        filled = [row for row in rows if not _is_empty(row[place])]
        filled.sort(key=lambda row, at=place: sorting_key(row[at]), reverse=is_reversed)  # type: ignore[misc]
        # What is not known comes last in either order.
        rows = [*filled, *(row for row in rows if _is_empty(row[place]))]
    return rows


def _is_empty(value: Any) -> bool:
    return value is None or value == ""


def _place(columns: Sequence[Column], key: str) -> int:
    """Return the place of the column with a key or heading. Raises UsageError."""
    from .. import normalize

    wanted = normalize.key(normalize.words(key))
    for texts in ([column.key for column in columns], [column.title for column in columns]):
        known = [normalize.key(normalize.words(text)) for text in texts]
        for candidates in ([wanted], [f"{wanted}s", f"{wanted[:-1]}ies"]):
            for one in candidates:
                if wanted and one in known:
                    return known.index(one)
    raise UsageError(
        translated("--sort: there is no column {name}").format(name=f"'{key}'"),
        translated("Choose from: {values}.").format(
            values=", ".join(column.key for column in columns)
        ),
    )


def sorting_key(value: Any) -> tuple[Any, ...]:
    """Return what a value is sorted by: numbers by size, lists by length, text as people read it.

    Case and accents count only where nothing else differs: Ägypten comes before Zypern.
    """
    if isinstance(value, (bool, int, float)):
        return (0, value)
    if isinstance(value, (list, dict)):
        return (1, len(value), *(sorting_key(one) for one in value))
    text = str(value)
    return (2, _folded(text), text)


def _folded(text: str) -> str:
    from .. import normalize

    return " ".join(normalize.words(text))


def define_sorting(store: Store) -> None:
    """Define ``sorting(text)`` for queries: text without case and accents."""
    store.define("sorting", 1, lambda text: None if text is None else _folded(str(text)))
