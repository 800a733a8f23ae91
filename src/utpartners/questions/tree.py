"""``tree``: partnerships and departments, branching by status, country, department or partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..answers import Column, Table, Tree
from ..errors import UsageError
from ..i18n import translated
from .columns import SqlColumn, columns_of, read, table_columns
from .ended import left_out
from .heading import id_in, partnerships_counted, step
from .multi_home import catalogue_title, tree_with_home, with_home
from .order import define_sorting
from .selection import EVERYTHING
from .vocabularies import RANK, status_names

if TYPE_CHECKING:
    from ..answers import Facts
    from ..store.store import Store
    from .selection import Selection

_PARTNERSHIP = (
    SqlColumn(Column("id", is_id=True), "p.id"),
    SqlColumn(Column("partnership"), "p.name"),
    SqlColumn(Column("abbreviation"), "p.abbreviation"),
)
_DEPARTMENT = (
    SqlColumn(Column("code", is_id=True), "d.code"),
    SqlColumn(Column("department"), "d.name"),
)
_INSTITUTION = SqlColumn(Column("institution"), "i.name")

_PARTNERSHIP_LINE = ("{partnership}", " ({abbreviation})", "  {id}")
_DEPARTMENT_LINE = ("{code}", "  {department}")


class _Branches(NamedTuple):
    fields: tuple[SqlColumn, ...]
    tree: Tree
    sql: str
    owner: str = "p"
    """What the statement calls the record that belongs to a home."""


_RANK = RANK.format(status="p.status")

BY = {
    # Statuses are in the catalogue's own order, else in that in which it first has them.
    "status": _Branches(
        (*table_columns("p", Column("status", means="status")), *_PARTNERSHIP, *_DEPARTMENT),
        Tree((("{status}",), _PARTNERSHIP_LINE, _DEPARTMENT_LINE), ("{code}",)),
        """
        SELECT {fields} FROM partnership p LEFT JOIN link l ON l.partnership = p.pk
        LEFT JOIN department d ON d.pk = l.department
        WHERE {where}
        ORDER BY {rank}, (SELECT min(pk) FROM partnership q WHERE q.status = p.status), p.pk,
          l.position
        """,
    ),
    "country": _Branches(
        (
            SqlColumn(Column("country"), "c.code"),
            SqlColumn(Column("country_name"), "c.name"),
            _INSTITUTION,
            *table_columns("i", Column("city")),
            *_PARTNERSHIP,
        ),
        Tree((("{country_name}",), ("{institution}", " ({city})", "  {id}"))),
        """
        SELECT {fields} FROM member m JOIN institution i ON i.pk = m.institution
        JOIN country c ON c.code = i.country JOIN partnership p ON p.pk = m.partnership
        WHERE {where}
        ORDER BY sorting(c.name), c.name, c.code, p.pk, m.position
        """,
    ),
    "dept": _Branches(
        (*_DEPARTMENT, *_PARTNERSHIP),
        Tree((_DEPARTMENT_LINE, _PARTNERSHIP_LINE), ("{id}",)),
        """
        SELECT {fields} FROM department d LEFT JOIN (
          link l JOIN partnership p ON p.pk = l.partnership AND {where}) ON l.department = d.pk
        WHERE p.pk IS NOT NULL OR NOT :filtered
        ORDER BY d.pk, p.pk
        """,
        "d",
    ),
    "partner": _Branches(
        (*_PARTNERSHIP, _INSTITUTION, *_DEPARTMENT),
        Tree((("{institution}", "  {id}"), _DEPARTMENT_LINE), ("{code}",)),
        """
        SELECT {fields} FROM partnership p JOIN member m ON m.partnership = p.pk
        JOIN institution i ON i.pk = m.institution
        LEFT JOIN link l ON l.partnership = p.pk LEFT JOIN department d ON d.pk = l.department
        WHERE {where}
        ORDER BY p.pk, m.position, l.position
        """,
    ),
}


def _steps(row: Facts, by: str) -> list[str]:
    others = [f"tree --by {other}" for other in BY if other != by]
    shown = [step("show", id_in(row))] if row and row["id"] else []
    return [*shown, step("tree", "--by", by, "-l") if by != "status" else "tree -l", *others]


def tree(store: Store, by: str = "status", selection: Selection = EVERYTHING) -> Table:
    """Return a row for each leaf of a tree of a selection, by one of BY. Raises UsageError."""
    if by not in BY:
        raise UsageError(
            translated("--by: {name} is none of the levels").format(name=f"'{by}'"),
            translated("Choose from: {values}.").format(values=", ".join(BY)),
        )
    asked = BY[by]
    define_sorting(store)
    fields, _ = with_home(store, asked.fields, record=asked.owner)
    bound = {**selection.values, "filtered": selection.is_filtered}
    return Table(
        columns_of(fields),
        read(store, fields, asked.sql, bound, where=selection.condition, rank=_RANK),
        title=selection.title(store, catalogue_title(store)),
        shape=tree_with_home(store, asked.tree),
        counted=partnerships_counted(store, selection),
        next_steps=lambda row: _steps(row, by),
        footnotes=left_out(store, selection),
        word_names=status_names(store),
    )
