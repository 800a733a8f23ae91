"""``depts``: the departments, with the partnerships of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Column, Table, View
from ..i18n import translated
from .cells import cells
from .multi_home import named, with_home

if TYPE_CHECKING:
    from ..store.store import Store

COLUMNS = (
    Column("code", is_id=True),
    Column("id", is_id=True),
    Column("name", heading="Department"),
    Column("kind"),
    Column("partnerships", "number"),
    Column("partners", "list"),
)

VIEW = (
    View("Code", (("{code}",), ("{id}",)), is_id=True),
    View("Department", (("{name}",), ("{kind}",))),
    View("No.", (("{partnerships}",),), "right"),
    View("Partnerships", (("{partners}",),)),
)

_DEPARTMENTS = """
SELECT d.code, d.id, d.name, d.kind, count(l.partnership),
  (SELECT json_group_array(id) FROM (
    SELECT p.id FROM link k JOIN partnership p ON p.pk = k.partnership
    WHERE k.department = d.pk ORDER BY p.pk))
FROM department d LEFT JOIN link l ON l.department = d.pk
GROUP BY d.pk HAVING NOT :without OR count(l.partnership) = 0
ORDER BY d.pk
"""


def departments(store: Store, without: bool = False) -> Table:
    """The departments in the order of the catalogue; ``without``: only those of no partnership."""
    columns, view, sql = with_home(store, COLUMNS, VIEW, _DEPARTMENTS, "d")
    rows = cells(columns, store.rows(sql, {"without": without}))
    some = translated("Departments without a partnership: {home}")
    title = (some if without else translated("Departments: {home}")).format(home=named(store))
    return Table(columns, rows, title=title, view=view)
