"""Relations as CSV (RFC 4180): an empty cell is a value that is not there."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store

BATCH = 1000
"""Rows that are written at once."""


def csv_pieces(store: Store, relation: Relation, progress: Progress) -> Iterator[bytes]:
    """The file of a relation, with the names of the columns first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in relation.columns)
    found = _plain(rows(store, relation, progress), relation)
    while batch := list(islice(found, BATCH)):
        writer.writerows(batch)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _plain(rows: Iterator[Row], relation: Relation) -> Iterator[Row]:
    """Booleans as a data package spells them."""
    if all(column.kind != "boolean" for column in relation.columns):
        return rows
    return (
        tuple(str(value).lower() if isinstance(value, bool) else value for value in row)
        for row in rows
    )
