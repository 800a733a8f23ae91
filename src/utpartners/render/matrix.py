"""A matrix on a terminal: marks, in as many bands of columns as its width needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UtpartnersError
from ..i18n import translated
from ..visible import visible
from .cells import cells, padded, wrapped
from .grid import NO, YES
from .paint import FAINT, ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Matrix, Row, Table
    from .paint import Paint

GAP = 2
"""Cells between headings that are words."""

MOST_COLUMNS = 1_000
"""Partnerships that a matrix as text shows; all its rows are held in memory to add them up."""

LONGEST_LABEL = 3
"""A row may use one part in so many of the width for its name."""


def matrix_lines(table: Table, matrix: Matrix, width: int, paint: Paint) -> Iterator[str]:
    """Yield the bands of a matrix: with names as headings where all fit, else numbers and a key.

    Columns that do not fit continue in a band below; the last band has the totals.
    Raises UtpartnersError for more than MOST_COLUMNS.
    """
    rows = readable_rows(table)
    names = [visible(column.title) for column in table.columns[1:]]
    total = translated(matrix.total)
    everything = [str(sum(row[1:])) for row in rows] or ["0"]
    left = min(
        max(cells(text) for text in [translated(matrix.corner), total, *_labels(rows)]),
        max(1, width * 2 // LONGEST_LABEL),
    )
    end = max(cells(total), *map(len, everything), len(str(sum(map(int, everything)))))
    room = width - left - GAP - end
    if sum(cells(name) + GAP for name in names) <= room:
        yield from _Band(matrix, rows, names, left, end).lines(paint, 0, len(names), GAP)
        return
    numbers = [str(number) for number in range(1, len(names) + 1)]
    band = _Band(matrix, rows, numbers, left, end)
    size = max(map(cells, [*numbers, *band.totals]))
    per_band = max(1, room // (size + 1))
    for first in range(0, max(1, len(names)), per_band):
        yield from band.lines(paint, first, first + per_band, 1, size)
        yield ""
    yield from _key(numbers, names, width, paint)


def readable_rows(table: Table) -> list[Row]:
    """Return all rows of a matrix. Raises UtpartnersError for more columns than anybody reads."""
    count = len(table.columns) - 1
    if count > MOST_COLUMNS:
        raise UtpartnersError(
            translated("a matrix of {count:,} partnerships cannot be read", count=count),
            translated(
                "Select a part with --status, --country or --dept, or use a format for programs, "
                "such as -f csv."
            ),
        )
    return list(table)


def _labels(rows: Sequence[Row]) -> list[str]:
    return [visible(str(row[0])) for row in rows]


def _key(numbers: Sequence[str], names: Sequence[str], width: int, paint: Paint) -> Iterator[str]:
    """Yield what the numbers stand for, in columns that are read downwards."""
    entries = [f"{number} {name}" for number, name in zip(numbers, names, strict=True)]
    size = max(map(cells, entries)) + GAP
    count = max(1, (width + GAP) // size)
    depth = -(-len(entries) // count)
    for line in range(depth):
        row = entries[line::depth]
        if count == 1:
            yield from wrapped(row[0], width)
        else:
            yield "".join(padded(entry, size) for entry in row).rstrip(" ")


class _Band:
    """The rows of a matrix with the headings of its columns."""

    def __init__(
        self, matrix: Matrix, rows: Sequence[Row], headings: Sequence[str], left: int, end: int
    ) -> None:
        self.corner, self.total = translated(matrix.corner), translated(matrix.total)
        self.rows, self.headings, self.left, self.end = rows, headings, left, end
        columns = zip(*(row[1:] for row in rows), strict=True)
        self.totals = [str(sum(column)) for column in columns] or ["0"] * len(headings)

    def lines(self, paint: Paint, first: int, after: int, gap: int, size: int = 0) -> Iterator[str]:
        """Yield the columns between two numbers; those at the end have the totals beside them."""
        part = slice(first, after)
        is_last = after >= len(self.headings)
        sizes = [size or cells(heading) for heading in self.headings[part]]
        blank = " " * gap

        def line(
            label: str, marks: Sequence[str], end: str, style: str, style_of_marks: str
        ) -> str:
            name = padded(label, self.left, painted=paint(label, style))
            shown = "".join(
                blank + padded(mark, wide, "right" if size else "center")
                for mark, wide in zip(marks, sizes, strict=True)
            )
            last = f"{' ' * GAP}{padded(end, self.end, 'right')}" if is_last else ""
            return name + paint(f"{shown}{last}".rstrip(" "), style_of_marks)

        yield line(self.corner, self.headings[part], self.total, FAINT, FAINT)
        for row in self.rows:
            marks = [YES if mark else NO for mark in row[1:][part]]
            names = wrapped(visible(str(row[0])), self.left)
            yield line(names[0], marks, str(sum(row[1:])), ID, "")
            yield from (paint(name, ID) for name in names[1:])
        everything = str(sum(sum(row[1:]) for row in self.rows))
        yield line(self.total, self.totals[part], everything, FAINT, FAINT)
