"""``depts``: the departments, with the partnerships of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Table, View
from ..i18n import translated
from .columns import SqlColumn, columns_of, list_of, read, table_columns
from .multi_home import home_names, with_home

if TYPE_CHECKING:
    from ..store.store import Store

_FIELDS = (
    *table_columns(
        "d",
        Column("code", is_id=True),
        Column("id", is_id=True),
        Column("name", heading="Department"),
        Column("kind", means="word"),
    ),
    SqlColumn(Column("partnerships", "number"), "count(l.partnership)"),
    SqlColumn(
        Column("partners", "list"),
        list_of(
            "p.id",
            """FROM link k JOIN partnership p ON p.pk = k.partnership
            WHERE k.department = d.pk ORDER BY p.pk""",
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
GROUP BY d.pk HAVING NOT :without OR count(l.partnership) = 0
ORDER BY d.pk
"""


def depts(store: Store, without: bool = False) -> Table:
    """Return the departments in the order of the catalogue.

    ``without`` keeps only those that have no partnership.
    """
    fields, view = with_home(store, _FIELDS, _VIEW, "d")
    some = translated("Departments without a partnership: {home}")
    title = some if without else translated("Departments: {home}")
    return Table(
        columns_of(fields),
        read(store, fields, _DEPARTMENTS, {"without": without}),
        title=title.format(home=home_names(store)),
        view=view,
    )
