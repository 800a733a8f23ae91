"""A matrix: a mark where a row and a column have to do with each other, and the totals."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple, cast

from ...messages import translated
from .sheet import (
    BOTTOM,
    GREY,
    HEADING,
    LINE,
    LONG,
    SHADE,
    SHORT,
    TEXT,
    TOP,
    Sheet,
    at_most,
    fitting,
    marks,
    width,
)

if TYPE_CHECKING:
    from ...shapes import Matrix
    from ...table import Table
    from .sheet import Mark

MOST_ROWS, MOST_COLUMNS = 70, 40
SLANT = 55
"""Degrees that the names of columns rise."""
WIDEST_ROW, WIDEST_COLUMN = 232.0, 175.0
"""Points of the longest name."""
LEGEND = 26.0


class _Grid(NamedTuple):
    left: float
    top: float
    cell: float
    height: float


def draw(table: Table) -> Sheet:
    """The matrix of a table. Raises UtpartnersError where it has more than a page has room for."""
    shape = cast("Matrix", table.shape)
    keys = at_most(MOST_COLUMNS, "columns", (column.key for column in table.columns[1:]))
    rows = at_most(MOST_ROWS, "rows", table)
    order = _grouped(shape.groups or tuple("" for _ in keys))
    heads = [fitting(shape.column_names.get(key, key), WIDEST_COLUMN) for key in keys]
    labels = [fitting(shape.row_names.get(row[0], row[0]), WIDEST_ROW) for row in rows]
    sheet, grid = _sheet(table.title, shape, heads, labels)
    kinds = marks(list(dict.fromkeys(shape.groups)) or [""])
    _lines(sheet, grid, labels, [heads[place] for place in order], shape)
    for column, place in enumerate(order):
        mark = kinds[shape.groups[place] if shape.groups else ""]
        _column(sheet, grid, column, [row[place + 1] for row in rows], mark)
    _totals(sheet, grid, [sum(row[1:]) for row in rows], len(keys))
    _legend(sheet, grid, kinds, len(rows))
    return sheet


def _grouped(groups: tuple[str, ...]) -> list[int]:
    """The places of the columns, those of a group next to each other."""
    known = list(dict.fromkeys(groups))
    return sorted(range(len(groups)), key=lambda place: known.index(groups[place]))


def _sheet(title: str, shape: Matrix, heads: list[str], labels: list[str]) -> tuple[Sheet, _Grid]:
    left = max([width(label) for label in [*labels, translated(shape.corner)]], default=0) + 8
    over = max(map(width, heads), default=0)
    rise, reach = over * sin(radians(SLANT)) + 12, over * cos(radians(SLANT)) + 4
    page = SHORT if left + reach + 10 * len(heads) + 30 <= SHORT else LONG
    cell = min(18.0, max(9.0, (page - left - reach - 20) / (len(heads) + 1)))
    tall = LONG + SHORT - page - TOP - rise - BOTTOM - LEGEND - 14
    height = min(13.0, max(6.8, tall / (len(labels) + 1)))
    grid = _Grid(left, TOP + rise, cell, height)
    heading = min(width(title, HEADING, weight="bold") + 1, SHORT)
    wide = max(left + cell * (len(heads) + 1) + reach, heading)
    total = grid.top + height * (len(labels) + 1) + LEGEND + BOTTOM
    return Sheet(wide, total, title, shape.source), grid


def _lines(sheet: Sheet, grid: _Grid, labels: list[str], heads: list[str], shape: Matrix) -> None:
    right = grid.left + grid.cell * (len(heads) + 1)
    for row, label in enumerate(labels):
        y = grid.top + grid.height * (row + 0.5)
        if row % 2 == 0:
            half = grid.height / 2
            sheet.axes.fill_between((0, right), y - half, y + half, color=SHADE, linewidth=0)
        sheet.text(grid.left - 6, y, label, ha="right")
    for column, head in enumerate([*heads, translated(shape.total)]):
        x = grid.left + grid.cell * (column + 0.5)
        color = GREY if column == len(heads) else "black"
        sheet.text(
            x - 1, grid.top - 3, head, color=color, rotation=SLANT, rotation_mode="anchor",
            va="bottom",
        )  # fmt: skip
    bottom = grid.top + grid.height * len(labels)
    for y in (grid.top, bottom):
        sheet.line((0, right), (y, y), color=GREY)
    y = bottom + grid.height / 2
    sheet.text(grid.left - 6, y, translated(shape.total), color=GREY, ha="right")
    sheet.text(grid.left - 6, grid.top - 7, translated(shape.corner), color=GREY, ha="right")


def _column(sheet: Sheet, grid: _Grid, column: int, cells: list[bool], mark: Mark) -> None:
    x = grid.left + grid.cell * (column + 0.5)
    sheet.line((x, x), (grid.top, grid.top + grid.height * len(cells)), color=LINE, linewidth=0.3)
    size = min(grid.cell, grid.height) * 0.55
    for row, is_linked in enumerate(cells):
        if is_linked:
            sheet.mark(x, grid.top + grid.height * (row + 0.5), mark, size, markeredgewidth=0)
    y = grid.top + grid.height * (len(cells) + 0.5)
    sheet.text(x, y, str(sum(cells)), color=GREY, ha="center")


def _totals(sheet: Sheet, grid: _Grid, totals: list[int], columns: int) -> None:
    x = grid.left + grid.cell * (columns + 0.5)
    for row, total in enumerate([*totals, sum(totals)]):
        y = grid.top + grid.height * (row + 0.5)
        sheet.text(x, y, str(total), color=GREY, ha="center")


def _legend(sheet: Sheet, grid: _Grid, kinds: dict[str, Mark], rows: int) -> None:
    y = grid.top + grid.height * (rows + 1) + LEGEND / 2 + 2
    x = 4.0
    for kind, mark in kinds.items():
        sheet.mark(x, y, mark, TEXT * 0.8, markeredgewidth=0)
        said = translated("works together")
        text = f"{said} ({kind})" if kind else said
        sheet.text(x + 8, y, text)
        x += width(text) + 26
