"""A matrix on a terminal: marks, in as many bands of columns as its width needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from ..i18n import translated
from ..visible import visible
from .grid import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from ..answers import Matrix, Row, Table

GAP = 2
"""Cells between two level headings."""
UPRIGHT = 2
"""Cells of an upright heading and the blank beside it."""
DIVIDER = 1
"""Cells that the box puts between columns."""


def matrix_bands(table: Table, matrix: Matrix, width: int) -> Iterator[RenderableType]:
    """Yield the bands of a matrix, with level headings where all columns fit, else upright ones.

    Columns that do not fit upright either continue in a band below; the last band has the totals.
    """
    rows = list(table)
    headings = [visible(column.title) for column in table.columns[1:]]
    corner, total = translated(matrix.corner), translated(matrix.total)
    left = max(cell_len(visible(text)) for text in [corner, total, *(row[0] for row in rows)])
    # The totals of the rows stand in the last band, whichever that turns out to be.
    room = width - left - GAP - cell_len(total)
    turned = sum(cell_len(heading) + GAP for heading in headings) > room
    # At least one column, even on a terminal that is too narrow for it.
    per_band = max(1, room // UPRIGHT) if turned else max(1, len(headings))
    for first in range(0, max(1, len(headings)), per_band):
        band = slice(first, first + per_band)
        is_last = first + per_band >= len(headings)
        grid = _band(matrix, rows, headings[band], first, turned=turned, is_last=is_last)
        yield grid if is_last else Padding(grid, (0, 0, 1, 0))


def _band(
    matrix: Matrix,
    rows: Sequence[Row],
    headings: Sequence[str],
    first: int,
    *,
    turned: bool,
    is_last: bool,
) -> RichTable:
    grid = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 0 if turned else GAP - DIVIDER, 0, 0),
        header_style="dim",
        show_footer=True,
    )
    grid.add_column(
        translated(matrix.corner), Text(translated(matrix.total)), style="cyan", no_wrap=True
    )
    marks = [row[1:][first : first + len(headings)] for row in rows]
    totals = [str(sum(column)) for column in zip(*marks, strict=True)] or ["0"] * len(headings)
    digits = max(map(len, totals), default=1)
    for heading, total in zip(headings, totals, strict=True):
        # One letter a line; Rich has no rotated text, and neither has a terminal.
        upright = "\n".join(heading), "\n".join(total.rjust(digits))
        grid.add_column(*map(Text, upright if turned else (heading, total)), justify="center")
    if is_last:
        everything = str(sum(sum(row[1:]) for row in rows))
        grid.add_column(
            Text(translated(matrix.total)), Text(everything), justify="right", no_wrap=True
        )
    # Headings of different lengths end together, at the rule above the marks.
    for column in grid.columns:
        column.vertical = "bottom"
    for row, row_marks in zip(rows, marks, strict=True):
        cells = (Text(YES) if mark else Text(NO, "dim") for mark in row_marks)
        end = [Text(str(sum(row[1:])))] if is_last else []
        grid.add_row(Text(visible(row[0])), *cells, *end)
    return grid
