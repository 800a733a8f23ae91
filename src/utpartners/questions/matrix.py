"""``matrix``: which department works with which partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import translated
from ..table import Column, Matrix, Table, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.store import Store
    from ..table import Row

_PARTNERSHIPS = "SELECT pk, id FROM partnership ORDER BY pk"
_DEPARTMENTS = "SELECT pk, code FROM department ORDER BY pk"
_LINKS = "SELECT department, partnership FROM link ORDER BY department"


def matrix(store: Store) -> Table:
    """A row for each department, a true or false for each partnership."""
    partnerships = list(store.rows(_PARTNERSHIPS))
    first, *keys = distinct(["code", *(id for _, id in partnerships)])
    columns = (Column(first), *(Column(key, "boolean", key) for key in keys))
    return Table(
        columns,
        _rows(store, [pk for pk, _ in partnerships]),
        title=translated("Departments and the partnerships that they work with"),
        shape=Matrix("Department"),
    )


def _rows(store: Store, partnerships: list[int]) -> Iterator[Row]:
    linked: dict[int, set[int]] = {}
    for department, partnership in store.rows(_LINKS):
        linked.setdefault(department, set()).add(partnership)
    for department, code in store.rows(_DEPARTMENTS):
        own = linked.get(department, set())
        yield (code, *(partnership in own for partnership in partnerships))
