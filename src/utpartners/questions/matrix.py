"""``matrix``: which department works with which partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..messages import translated
from ..table import Column, Matrix, Table, distinct
from .homes import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.store import Store
    from ..table import Row

_PARTNERSHIPS = "SELECT p.pk, {id} FROM partnership p ORDER BY p.pk"
_DEPARTMENTS = "SELECT d.pk, {code} FROM department d ORDER BY d.pk"
_LINKS = "SELECT department, partnership FROM link ORDER BY department"


def matrix(store: Store) -> Table:
    """A row for each department, a true or false for each partnership."""
    partnerships = list(store.rows(_PARTNERSHIPS.format(id=qualified(store, "p"))))
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
    codes = qualified(store, "d", "code")
    for department, code in store.rows(_DEPARTMENTS.format(code=codes)):
        own = linked.get(department, set())
        yield (code, *(partnership in own for partnership in partnerships))
