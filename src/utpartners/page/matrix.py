"""Departments against partnerships; against countries where there are too many of these."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .names import short

if TYPE_CHECKING:
    from .asked import Asked, Record

MOST_COLUMNS = 60
"""Partnerships beyond which their countries are counted instead."""
MOST_CELLS = 12_000


class Head(NamedTuple):
    """What stands above a column."""

    label: str
    title: str
    partnership: Record | None


class Row(NamedTuple):
    """A department with its number for each column, and in how many partnerships it works."""

    department: Record
    cells: list[int]
    total: int


class Matrix(NamedTuple):
    """The table; ``total`` is the number of links."""

    heads: list[Head]
    rows: list[Row]
    totals: list[int]
    total: int
    most: int
    """The highest number of a cell."""
    is_of_countries: bool


def matrix(asked: Asked) -> Matrix | None:
    """The table, or None where there are no links, or far too many cells."""
    of_countries = len(asked.partnerships) > MOST_COLUMNS
    heads = _countries(asked) if of_countries else _partnerships(asked)
    if not asked.links or len(heads) * len(asked.departments) > MOST_CELLS:
        return None
    counted: dict[tuple[int, int], int] = dict.fromkeys(asked.links, 1)
    if of_countries:
        place = {code: number for number, code in enumerate(asked.countries)}
        counted = {(n, place[c]): count for (n, c), count in asked.links_of_countries.items()}
    columns = range(len(heads))
    rows = [
        Row(record, [counted.get((n, column), 0) for column in columns], record["partnerships"])
        for n, record in enumerate(asked.departments)
    ]
    totals = [sum(row.cells[column] for row in rows) for column in columns]
    most = max(counted.values())
    return Matrix(heads, rows, totals, len(asked.links), most, of_countries)


def _partnerships(asked: Asked) -> list[Head]:
    return [Head(short(p), p["name"], p) for p in asked.partnerships]


def _countries(asked: Asked) -> list[Head]:
    return [Head(name, name, None) for name in asked.countries.values()]
