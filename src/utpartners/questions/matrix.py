"""``matrix``: which department works with which partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Matrix, Table, distinct
from ..i18n import translated
from .list import Filters, where
from .multi_home import called, qualified
from .multi_home import title as title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Row
    from ..store.store import Store

_PARTNERSHIPS = """
SELECT p.pk, {id}, {name}, p.status FROM partnership p WHERE {where} ORDER BY p.pk
"""
_DEPARTMENTS = """
SELECT d.pk, {code}, {name} FROM department d
WHERE NOT :filtered OR d.pk IN (SELECT l.department FROM link l
  JOIN partnership p ON p.pk = l.partnership WHERE {where})
ORDER BY d.pk
"""
_LINKS = "SELECT department, partnership FROM link ORDER BY department"


def matrix(store: Store, filters: Filters = Filters()) -> Table:
    """A row for each department, a true or false for each partnership that passes the filters.

    With filters, departments that work with none of these partnerships are left out.
    """
    condition, bound = where(filters)
    bound["filtered"] = condition != "TRUE"
    sql = _PARTNERSHIPS.format(id=qualified(store, "p"), name=called(store, "p"), where=condition)
    partnerships = list(store.rows(sql, bound))
    sql = _DEPARTMENTS.format(
        code=qualified(store, "d", "code"), name=called(store, "d"), where=condition
    )
    departments = list(store.rows(sql, bound))
    first, *keys = distinct(["code", *(id for _, id, _, _ in partnerships)])
    return Table(
        (Column(first), *(Column(key, "boolean", key) for key in keys)),
        _rows(store, departments, [pk for pk, *_ in partnerships]),
        title=translated("Departments and the partnerships that they work with"),
        shape=Matrix(
            "Department",
            row_names={code: name for _, code, name in departments},
            column_names=dict(zip(keys, (name for _, _, name, _ in partnerships), strict=True)),
            groups=tuple(status for *_, status in partnerships),
            source=title_of(store),
        ),
    )


def _rows(store: Store, departments: list[Row], partnerships: list[int]) -> Iterator[Row]:
    linked: dict[int, set[int]] = {}
    for department, partnership in store.rows(_LINKS):
        linked.setdefault(department, set()).add(partnership)
    for department, code, _ in departments:
        own = linked.get(department, set())
        yield (code, *(partnership in own for partnership in partnerships))
