"""Rows of the relations of a store, as every form that consists of tables writes them."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from ..i18n import translated
from ..store.records import require_one
from ..store.sqlite_errors import damaged
from .relation_sql import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store


def rows(
    store: Store, relation: Relation, progress: Progress, further: Sequence[str] = ()
) -> Iterator[Row]:
    """Return the rows in order; a cell is text, a number, a boolean or None.

    ``further`` names columns of the table that the relation does not have. Raises CatalogueError
    where a row lacks what it must have or refers to nothing.
    """
    (total,) = store.one(f"SELECT count(*) FROM main.{relation.table}") or (0,)  # noqa: S608
    if relation.name == "catalogue":
        require_one(store)
    found = progress(
        _whole(store, relation, further), total, translated("Writing {name}", name=relation.name)
    )
    booleans = [n for n, column in enumerate(relation.columns) if column.kind == "boolean"]
    return _with_booleans(found, booleans) if booleans else found


def _whole(store: Store, relation: Relation, further: Sequence[str]) -> Iterator[Row]:
    required = [n for n, column in enumerate(relation.columns) if column.required]
    is_required = itemgetter(*required, required[0])
    for row in store.rows(select(relation, further)):
        if None in is_required(row):
            what = translated(
                "a row of {table} lacks a record or a value", table=repr(relation.table)
            )
            raise damaged(store.origin, what)
        yield row


def _with_booleans(rows: Iterator[Row], places: list[int]) -> Iterator[Row]:
    for row in rows:
        yield tuple(bool(value) if n in places else value for n, value in enumerate(row))
