"""``depts``: the departments, with the partnerships of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import WIDEST, Brief, Column, Table, View
from ..i18n import translated
from ..vocabulary import figure, word
from .columns import SqlColumn, columns_of, list_of, read, table_columns
from .ended import left_out
from .heading import partnerships_in_words, step
from .multi_home import home_names, with_home
from .record_names import namers
from .selection import EVERYTHING

if TYPE_CHECKING:
    from ..answers import Facts
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

_BRIEF = (
    View("", (("{code}",),), is_id=True),
    View("", (("{name}",),)),
    View(
        "No.",
        (("{partnerships}",),),
        "right",
        unit="{value} partnerships",
        unit_of_one="{value} partnership",
    ),
    View("Partnerships", (("{partners}",),), is_elided=True, widths=(100, WIDEST)),
)

_COUNTS = """
SELECT count(DISTINCT d.pk), count(p.pk), count(DISTINCT p.pk)
FROM department d LEFT JOIN link l ON l.department = d.pk
LEFT JOIN partnership p ON p.pk = l.partnership AND {where}
WHERE {departments} AND (NOT :least OR p.pk IS NOT NULL)
"""

_TOTAL = "SELECT count(*) FROM main.department"

_KINDS = "SELECT kind FROM main.department GROUP BY kind ORDER BY kind IS NULL, min(pk)"

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
    _, brief = with_home(store, _FIELDS, _BRIEF, "d")
    some = translated("Departments without a partnership: {home}")
    every = (some if without else translated("Departments: {home}")).format(home=home_names(store))
    where, departments = selection.condition, selection.department_condition
    bound = {**selection.values, "without": without, "least": selection.filters_partnerships}
    return Table(
        columns_of(fields),
        read(store, fields, _DEPARTMENTS, bound, where=where, departments=departments),
        title=every if without else selection.title(store, every),
        view=view,
        brief=Brief(brief, section=_kind),
        names=namers(store, partners="partnership"),
        counted=lambda: "" if without else _counted(store, selection, bound),
        order=lambda: [_heading(kind and word(kind)) for (kind,) in store.rows(_KINDS)],
        next_steps=_steps,
        footnotes=left_out(store, selection),
    )


def _kind(department: Facts) -> str:
    return _heading(department["kind"])


def _heading(kind: str | None) -> str:
    """Return the heading of the departments of a kind, in the plural where that is known."""
    if not kind:
        return translated("Other departments")
    several = {
        "graduate school": translated("graduate schools"),
        "faculty": translated("faculties"),
        "institute": translated("institutes"),
        "center": translated("centers"),
        "centre": translated("centres"),
        "division": translated("divisions"),
        "hospital": translated("hospitals"),
    }
    return several.get(kind, kind)


def _counted(store: Store, selection: Selection, bound: dict[str, Any]) -> str:
    where, departments = selection.condition, selection.department_condition
    sql = _COUNTS.format(where=where, departments=departments)
    count, links, partnerships = store.one(sql, bound) or (0, 0, 0)
    (total,) = store.one(_TOTAL) or (0,)
    one = translated("{count} department").format(count=count)
    said = one if count == 1 else figure(str(count), "departments")
    if count != total:
        # Of one department, all or none are listed, and none is shown with another sentence.
        some = translated("{count} of {total} departments")
        said = some.format(count=f"{count:,}", total=f"{total:,}")
    one = translated("{count} link to {partnerships}")
    several = translated("{count} links to {partnerships}")
    linked = (one if links == 1 else several).format(
        count=f"{links:,}", partnerships=partnerships_in_words(partnerships)
    )
    return f"{said} · {linked}"


def _steps(row: Facts) -> list[str]:
    return [step("dept", row["code"]), "depts -l", "matrix"] if row else ["depts"]
