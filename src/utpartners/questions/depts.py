"""``depts``: the departments, with the partnerships of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Table, View
from ..i18n import translated
from .columns import SqlColumn, columns_of, list_of, read, table_columns
from .multi_home import home_names, with_home
from .selection import EVERYTHING

if TYPE_CHECKING:
    from ..store.store import Store
    from .selection import Selection

_FIELDS = (
    *table_columns(
        "d",
        Column("code", is_id=True),
        Column("id", is_id=True),
        Column("name", heading="Department"),
        Column("kind", means="word"),
    ),
    SqlColumn(Column("partnerships", "number"), "count(p.pk)"),
    SqlColumn(
        Column("partners", "list"),
        list_of(
            "p.id",
            """FROM link k JOIN partnership p ON p.pk = k.partnership
            WHERE k.department = d.pk AND {where} ORDER BY p.pk""",
        ),
    ),
)

_VIEW = (
    View("Code", (("{code}",), ("{id}",)), is_id=True),
    View("Department", (("{name}",), ("{kind}",))),
    View("No.", (("{partnerships}",),), "right"),
    View("Partnerships", (("{partners}",),)),
)

_DEPARTMENTS = """
SELECT {fields} FROM department d LEFT JOIN link l ON l.department = d.pk
LEFT JOIN partnership p ON p.pk = l.partnership AND {where}
WHERE {departments}
GROUP BY d.pk HAVING CASE WHEN :without THEN count(p.pk) = 0 ELSE count(p.pk) >= :least END
ORDER BY d.pk
"""


def depts(store: Store, selection: Selection = EVERYTHING, without: bool = False) -> Table:
    """Return the departments of a selection in the order of the catalogue.

    Of their partnerships those of the selection count, of which each has one. ``without`` keeps
    only the departments that have none.
    """
    fields, view = with_home(store, _FIELDS, _VIEW, "d")
    some = translated("Departments without a partnership: {home}")
    every = (some if without else translated("Departments: {home}")).format(home=home_names(store))
    where, departments = selection.condition, selection.department_condition
    bound = {**selection.values, "without": without, "least": where != "TRUE"}
    return Table(
        columns_of(fields),
        read(store, fields, _DEPARTMENTS, bound, where=where, departments=departments),
        title=every if without else selection.title(store, every),
        view=view,
    )
