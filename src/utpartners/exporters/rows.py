"""The rows of the relations of a store, as every form of them writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..relations.sql import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..relations.form import Relation
    from ..store.store import Row, Store
    from ..store.watch import Watch


def rows(store: Store, relation: Relation, watch: Watch) -> Iterator[Row]:
    """The rows in order; a cell is text, a number, a boolean or None."""
    (total,) = store.one(f"SELECT count(*) FROM main.{relation.table}") or (0,)  # noqa: S608
    found = watch(store.rows(select(relation)), total, f"Writing {relation.name}")
    booleans = [n for n, column in enumerate(relation.columns) if column.kind == "boolean"]
    return _with_booleans(found, booleans) if booleans else found


def _with_booleans(rows: Iterator[Row], places: list[int]) -> Iterator[Row]:
    for row in rows:
        yield tuple(bool(value) if n in places else value for n, value in enumerate(row))
