"""``tree``: partnerships and departments, branching by status, country, department or partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..answers import Column, Table, Tree
from .multi_home import title, with_home, with_home_in_tree

if TYPE_CHECKING:
    from ..store.store import Store

_PARTNERSHIP = (Column("id", is_id=True), Column("partnership"), Column("abbreviation"))
_DEPARTMENT = (Column("code", is_id=True), Column("department"))
_PARTNERSHIP_LINE = ("{partnership}", " ({abbreviation})", "  {id}")
_DEPARTMENT_LINE = ("{code}", "  {department}")


class _By(NamedTuple):
    columns: tuple[Column, ...]
    tree: Tree
    sql: str


_BY = {
    "status": _By(
        (Column("status"), *_PARTNERSHIP, *_DEPARTMENT),
        Tree((("{status}",), _PARTNERSHIP_LINE, _DEPARTMENT_LINE)),
        """
        SELECT p.status, p.id, p.name, p.abbreviation, d.code, d.name
        FROM partnership p LEFT JOIN link l ON l.partnership = p.pk
        LEFT JOIN department d ON d.pk = l.department
        ORDER BY (SELECT min(pk) FROM partnership q WHERE q.status = p.status), p.pk, l.position
        """,
    ),
    "country": _By(
        (
            Column("country"),
            Column("country_name"),
            Column("institution"),
            Column("city"),
            *_PARTNERSHIP,
        ),
        Tree((("{country_name}", "  {country}"), ("{institution}", ", {city}", "  {id}"))),
        """
        SELECT c.code, c.name, i.name, i.city, p.id, p.name, p.abbreviation
        FROM member m JOIN institution i ON i.pk = m.institution
        JOIN country c ON c.code = i.country JOIN partnership p ON p.pk = m.partnership
        ORDER BY c.name, c.code, p.pk, m.position
        """,
    ),
    "dept": _By(
        (*_DEPARTMENT, *_PARTNERSHIP),
        Tree((_DEPARTMENT_LINE, _PARTNERSHIP_LINE)),
        """
        SELECT d.code, d.name, p.id, p.name, p.abbreviation
        FROM department d LEFT JOIN link l ON l.department = d.pk
        LEFT JOIN partnership p ON p.pk = l.partnership
        ORDER BY d.pk, p.pk
        """,
    ),
    "partner": _By(
        (*_PARTNERSHIP, Column("institution"), *_DEPARTMENT),
        Tree((("{institution}", "  {id}"), _DEPARTMENT_LINE)),
        """
        SELECT p.id, p.name, p.abbreviation, i.name, d.code, d.name
        FROM partnership p JOIN member m ON m.partnership = p.pk
        JOIN institution i ON i.pk = m.institution
        LEFT JOIN link l ON l.partnership = p.pk LEFT JOIN department d ON d.pk = l.department
        ORDER BY p.pk, m.position, l.position
        """,
    ),
}

BRANCHES = tuple(_BY)


def tree(store: Store, by: str = "status") -> Table:
    """A row for each leaf; ``by`` is one of BRANCHES."""
    columns, shape, sql = _BY[by]
    columns, _, sql = with_home(store, columns, (), sql, "d" if by == "dept" else "p")
    shape = with_home_in_tree(store, shape)
    return Table(columns, store.rows(sql), title=title(store), shape=shape)
