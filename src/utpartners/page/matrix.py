"""The matrix of departments and partnerships, or countries where there are many partnerships."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .wording import LONGEST_HEAD, cut, short_name

if TYPE_CHECKING:
    from ..answers import Facts
    from .context import PageContext

MOST_COLUMNS = 60
"""Partnerships beyond which their countries are counted instead."""
MOST_CELLS = 12_000


class ColumnHead(NamedTuple):
    """The heading of a column."""

    label: str
    title: str
    partnership: Facts | None


class DepartmentRow(NamedTuple):
    """A department, its count for each column, and how many partnerships it has."""

    department: Facts
    cells: list[int]
    total: int


class MatrixTable(NamedTuple):
    """The table; ``total`` is the number of links."""

    heads: list[ColumnHead]
    rows: list[DepartmentRow]
    totals: list[int]
    total: int
    most: int
    """The highest count of a cell."""
    is_of_countries: bool


def matrix(context: PageContext) -> MatrixTable | None:
    """Return the table, or None where there are no links, or far too many cells."""
    of_countries = len(context.partnerships) > MOST_COLUMNS
    heads = _countries(context) if of_countries else _partnerships(context)
    if not context.links or len(heads) * len(context.departments) > MOST_CELLS:
        return None
    counted: dict[tuple[int, int], int] = dict.fromkeys(context.links, 1)
    if of_countries:
        place = {code: number for number, code in enumerate(context.countries)}
        counted = {(n, place[c]): count for (n, c), count in context.links_of_countries.items()}
    columns = range(len(heads))
    rows = [
        DepartmentRow(
            record, [counted.get((n, column), 0) for column in columns], record["partnerships"]
        )
        for n, record in enumerate(context.departments)
    ]
    totals = [sum(row.cells[column] for row in rows) for column in columns]
    most = max(counted.values())
    return MatrixTable(heads, rows, totals, len(context.links), most, of_countries)


def _partnerships(context: PageContext) -> list[ColumnHead]:
    return [
        ColumnHead(cut(short_name(p), LONGEST_HEAD), p["name"], p) for p in context.partnerships
    ]


def _countries(context: PageContext) -> list[ColumnHead]:
    return [ColumnHead(name, name, None) for name in context.countries.values()]
