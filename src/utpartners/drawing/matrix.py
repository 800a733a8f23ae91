"""A matrix: a mark where a row and a column work together, and the totals."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..i18n import translated
from .canvas import (
    BOTTOM,
    GREY,
    HEADING,
    INK,
    LONG,
    SHADE,
    SHORT,
    TEXT,
    TOP,
    Canvas,
    Legend,
    LegendEntry,
    at_most,
    fitting,
    marks,
    width,
)

if TYPE_CHECKING:
    from ..answers import Matrix, Table
    from .canvas import Mark

MOST_ROWS, MOST_COLUMNS = 70, 28
SLANT = 55
"""Degrees by which the names of columns are turned."""
WIDEST_ROW, WIDEST_COLUMN, NARROW_COLUMN = 232.0, 175.0, 120.0
"""Points of the longest name of a row, of a column, and of a column where there are many."""
MANY = 20
"""Columns from which on their names are kept narrow."""
LEAST_CELL, LEAST_HEIGHT = 8.8, 6.8
"""Points from one column, and one row, to the next."""
GAP = 8.0


class _MatrixGrid(NamedTuple):
    """Positions of the cells, and the names around them."""

    left: float
    top: float
    cell: float
    height: float
    heads: list[str]
    labels: list[str]

    @property
    def right(self) -> float:
        """Right edge of the totals of the rows."""
        return self.left + self.cell * (len(self.heads) + 1)

    @property
    def bottom(self) -> float:
        """Bottom edge of the rows, above their totals."""
        return self.top + self.height * len(self.labels)

    def x(self, column: int) -> float:
        """Return the middle of a column."""
        return self.left + self.cell * (column + 0.5)

    def y(self, row: int) -> float:
        """Return the middle of a row."""
        return self.top + self.height * (row + 0.5)


def draw(table: Table) -> Canvas:
    """Draw the matrix of a table. Raises UtpartnersError where a page has no room for it."""
    shape = cast("Matrix", table.shape)
    keys = at_most(
        MOST_COLUMNS,
        translated("{count} columns", count=MOST_COLUMNS),
        (column.key for column in table.columns[1:]),
    )
    rows = at_most(MOST_ROWS, translated("{count} rows", count=MOST_ROWS), table)
    groups = shape.groups or ("",) * len(keys)
    order = _grouped(groups)
    kinds = marks(list(dict.fromkeys(groups)))
    names = [shape.column_names.get(keys[place], keys[place]) for place in order]
    grid = _grid(names, [shape.row_names.get(row[0], row[0]) for row in rows], shape)
    # Slanted names of the last columns reach beyond the grid.
    over = max(map(width, grid.heads), default=0) * cos(radians(SLANT))
    heading = min(width(table.title, HEADING, weight="bold") + 1, SHORT)
    wide = max(grid.right + over, heading)
    legend = Legend([_entry(*kind) for kind in kinds.items()], wide)
    end = grid.bottom + grid.height + GAP
    canvas = Canvas(wide, end + legend.height + GAP + BOTTOM, table.title, shape.source)
    _lines(canvas, grid, shape)
    for column, place in enumerate(order):
        _column(canvas, grid, column, [row[place + 1] for row in rows], kinds[groups[place]])
    for row, total in enumerate([sum(row[1:]) for row in rows]):
        _total(canvas, grid, len(keys), row, total)
    _total(canvas, grid, len(keys), len(rows), sum(sum(row[1:]) for row in rows))
    legend.draw(canvas, end)
    return canvas


def _entry(group: str, mark: Mark) -> LegendEntry:
    said = translated("works together")
    return LegendEntry(f"{said} ({group})" if group else said, mark)


def _grouped(groups: tuple[str, ...]) -> list[int]:
    """Return the indices of the columns, those of a group next to each other."""
    known = list(dict.fromkeys(groups))
    return sorted(range(len(groups)), key=lambda place: known.index(groups[place]))


def _grid(names: list[str], rows: list[str], shape: Matrix) -> _MatrixGrid:
    """Return the grid on an upright page, its cells as large as there is room for."""
    widest = WIDEST_COLUMN if len(names) <= MANY else NARROW_COLUMN
    heads = [fitting(name, widest) for name in names]
    over = max(map(width, heads), default=0)
    rise, reach = over * sin(radians(SLANT)) + 12, over * cos(radians(SLANT))
    room = SHORT - reach - LEAST_CELL * (len(heads) + 1) - GAP
    labels = [fitting(name, min(WIDEST_ROW, room)) for name in rows]
    words = (translated(shape.corner), translated(shape.total))
    left = max(map(width, (*labels, *words))) + GAP
    cell = min(18.0, (SHORT - reach - left) / (len(heads) + 1))
    tall = LONG - TOP - rise - BOTTOM - 4 * GAP
    height = min(13.0, max(LEAST_HEIGHT, tall / (len(labels) + 1)))
    return _MatrixGrid(left, TOP + rise, cell, height, heads, labels)


def _lines(canvas: Canvas, grid: _MatrixGrid, shape: Matrix) -> None:
    size, half = min(TEXT, grid.height * 0.92), grid.height / 2
    for row, label in enumerate(grid.labels):
        y = grid.y(row)
        # Every second row is shaded, so that the eye keeps to its row.
        if row % 2 == 0:
            canvas.axes.fill_between((0, grid.right), y - half, y + half, color=SHADE, linewidth=0)
        canvas.text(grid.left - 6, y, label, size, ha="right")
    size = min(TEXT, grid.cell * sin(radians(SLANT)) * 0.95)
    for column, head in enumerate([*grid.heads, translated(shape.total)]):
        color = GREY if column == len(grid.heads) else INK
        canvas.text(
            grid.x(column) - 1, grid.top - 3, head, size, color=color, rotation=SLANT,
            rotation_mode="anchor", va="bottom",
        )  # fmt: skip
    for y in (grid.top, grid.bottom):
        canvas.line((0, grid.right), (y, y), color=GREY)
    style: dict[str, Any] = {"color": GREY, "ha": "right"}
    canvas.text(grid.left - 6, grid.bottom + half, translated(shape.total), **style)
    canvas.text(grid.left - 6, grid.top - 7, translated(shape.corner), **style)


def _column(canvas: Canvas, grid: _MatrixGrid, column: int, cells: list[bool], mark: Mark) -> None:
    x = grid.x(column)
    canvas.line((x, x), (grid.top, grid.bottom), linewidth=0.3)
    size = min(grid.cell, grid.height) * 0.55
    for row, is_linked in enumerate(cells):
        if is_linked:
            canvas.mark(x, grid.y(row), mark, size, markeredgewidth=0)
    _total(canvas, grid, column, len(cells), sum(cells))


def _total(canvas: Canvas, grid: _MatrixGrid, column: int, row: int, total: int) -> None:
    size = min(TEXT, grid.height * 0.92)
    canvas.text(grid.x(column), grid.y(row), str(total), size, color=GREY, ha="center")
