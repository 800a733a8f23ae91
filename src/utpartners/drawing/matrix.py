"""Departments by partnership: a mark where a row and a column work together, and the totals."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple, cast

from ..i18n import translated
from ..vocabulary import word
from .canvas import BOTTOM, TOP, Canvas
from .limits import at_most, too_much
from .looks import SMALL, TEXT
from .marks import marks
from .text import fitting, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Matrix, Table
    from .canvas import Size
    from .marks import Mark

MOST_ROWS, MOST_COLUMNS = 80, 40
SLANT = 65
"""Degrees by which the names of columns are turned."""
WIDEST_ROW, WIDEST_COLUMN = 290.0, 210.0
"""The longest name of a row and of a column: with a longer one, they have short names and a key."""
WIDE, NARROW = 18.0, 7.5
"""The most and the least from one column to the next."""
TALL, LOW = 13.0, 8.2
"""The most and the least from one row to the next."""
GAP = 7.0


class Head(NamedTuple):
    """A row or column: its name that is shown, its short one, and for a partnership its group."""

    name: str
    short: str
    group: str | None = None


class Sheet(NamedTuple):
    """What is drawn: the heads of rows and columns, what they are, and the cells."""

    rows: list[Head]
    columns: list[Head]
    cells: list[list[bool]]
    corner: str

    def turned(self) -> Sheet:
        """Return rows as columns: a wide picture has more room for columns."""
        cells = [list(column) for column in zip(*self.cells, strict=True)]
        return Sheet(self.columns, self.rows, cells, "Partnership")

    def shortened(self, *, rows: bool) -> Sheet:
        """Return the same with short names of columns, and of rows too if that is asked for."""
        return self._replace(
            rows=_short(self.rows, WIDEST_ROW) if rows else self.rows,
            columns=_short(self.columns, WIDEST_COLUMN),
        )

    def is_readable(self) -> bool:
        """Return whether no name is too long."""
        return all(
            width(head.name, TEXT) <= widest
            for heads, widest in ((self.rows, WIDEST_ROW), (self.columns, WIDEST_COLUMN))
            for head in heads
        )

    def key(self, shown: Sheet, wide: float) -> list[str]:
        """Return the lines that say what the short names of another sheet stand for."""
        heads = zip((*self.columns, *self.rows), (*shown.columns, *shown.rows), strict=True)
        texts = [f"{short.name}: {head.name}" for head, short in heads if short.name != head.name]
        text = "; ".join(texts)
        return wrapped(text, wide, SMALL, most=len(text)) if texts else []


def _short(heads: Sequence[Head], widest: float) -> list[Head]:
    # A code that is longer than any name should be is cut; the key has it whole.
    return [head._replace(name=fitting(head.short, widest, TEXT)) for head in heads]


class Grid(NamedTuple):
    """Where the cells are."""

    left: float
    top: float
    cell: float
    height: float
    columns: int
    rows: int

    @property
    def right(self) -> float:
        """The right edge of the totals of the rows."""
        return self.left + self.cell * (self.columns + 1)

    @property
    def bottom(self) -> float:
        """The lower edge of the rows, above their totals."""
        return self.top + self.height * self.rows

    def x(self, column: int) -> float:
        """Return the middle of a column."""
        return self.left + self.cell * (column + 0.5)

    def y(self, row: int) -> float:
        """Return the middle of a row."""
        return self.top + self.height * (row + 0.5)


def draw(table: Table, size: Size) -> Canvas:
    """Draw the matrix of a table. Raises UtpartnersError where the picture has no room for it."""
    shape = cast("Matrix", table.shape)
    keys = at_most(
        MOST_COLUMNS,
        translated("{count} columns", count=MOST_COLUMNS),
        (column.key for column in table.columns[1:]),
    )
    rows = at_most(MOST_ROWS, translated("{count} rows", count=MOST_ROWS), table)
    groups = shape.groups or ("",) * len(keys)
    known = list(dict.fromkeys((*shape.vocabulary, *groups)))
    order = sorted(range(len(keys)), key=lambda n: known.index(groups[n]))
    names, short = shape.column_names, shape.short_names
    full = Sheet(
        [Head(shape.row_names.get(row[0], row[0]), row[0]) for row in rows],
        [Head(names.get(keys[n], keys[n]), short.get(keys[n], keys[n]), groups[n]) for n in order],
        [[bool(row[n + 1]) for n in order] for row in rows],
        shape.corner,
    )
    if size.width > size.height and len(full.rows) > len(full.columns):
        full = full.turned()
    sheet, grid, key = _laid_out(full, size, shape)
    canvas = Canvas(size.width, table.title, _description(full))
    _heads(canvas, grid, sheet, shape)
    kinds = marks(known)
    _marks(canvas, grid, full, kinds)
    _totals(canvas, grid, sheet.cells)
    bottom = grid.bottom + grid.height + GAP
    bottom += canvas.legend(_legend(kinds, groups, table.word_names()), bottom)
    for line in key:
        bottom += SMALL * 1.3
        canvas.text(0, bottom, line, "small")
    return canvas.end(bottom + GAP / 2, shape.source)


def _laid_out(full: Sheet, size: Size, shape: Matrix) -> tuple[Sheet, Grid, list[str]]:
    """Return full names where there is room for them, else short ones with a key."""
    for sheet in (full, full.shortened(rows=False), full.shortened(rows=True)):
        key = full.key(sheet, size.width)
        grid = _grid(sheet, len(key), size, shape)
        if sheet.is_readable() and grid.cell >= NARROW and grid.height >= LOW:
            return sheet, grid, key
    raise too_much(
        translated(
            "{rows} rows and {columns} columns", rows=len(full.rows), columns=len(full.columns)
        )
    )


def _grid(sheet: Sheet, lines: int, size: Size, shape: Matrix) -> Grid:
    """Return the grid with its cells as large as there is room for, above ``lines`` of a key."""
    over = [width(head.name, TEXT) for head in sheet.columns]
    rise = max(over, default=0) * sin(radians(SLANT)) + 10
    words = (translated(sheet.corner), translated(shape.total))
    heads = [head.name for head in sheet.rows]
    left = max(width(name, TEXT) for name in (*heads, *words)) + 8
    room = size.width - left
    # A slanted name reaches beyond its column, and that of the last ones beyond the grid.
    reach = [length * cos(radians(SLANT)) + 4 for length in over]
    rooms = [(room - beyond) / (column + 0.5) for column, beyond in enumerate(reach)]
    cell = min(WIDE, room / (len(over) + 1), *rooms)
    below = 3 * GAP + 2 * BOTTOM + lines * SMALL * 1.3
    height = min(TALL, (size.height - TOP - rise - below) / (len(heads) + 1))
    return Grid(left, TOP + rise, cell, height, len(over), len(heads))


def _heads(canvas: Canvas, grid: Grid, sheet: Sheet, shape: Matrix) -> None:
    for row, head in enumerate(sheet.rows):
        # Every second row is shaded, so that the eye keeps to its row.
        if row % 2 == 0:
            canvas.rectangle(0, grid.y(row) - grid.height / 2, grid.right, grid.height, "shade")
        canvas.text(grid.left - 6, grid.y(row), head.name, anchor="end", is_middle=True)
    for column, head in enumerate(sheet.columns):
        canvas.line([(grid.x(column), grid.top), (grid.x(column), grid.bottom)])
        canvas.text(grid.x(column) + 2, grid.top - 4, head.name, turn=SLANT)
    total = translated(shape.total)
    canvas.text(grid.x(grid.columns) + 2, grid.top - 4, total, "faint", turn=SLANT)
    canvas.text(grid.left - 6, grid.y(grid.rows), total, "faint", anchor="end", is_middle=True)
    canvas.text(grid.left - 6, grid.top - 4, translated(sheet.corner), "faint", anchor="end")
    for y in (grid.top, grid.bottom):
        canvas.line([(0, y), (grid.right, y)], "edge")


def _marks(canvas: Canvas, grid: Grid, sheet: Sheet, kinds: Mapping[str, Mark]) -> None:
    radius = min(grid.cell, grid.height) * 0.28
    for row, head in enumerate(sheet.rows):
        for column, other in enumerate(sheet.columns):
            if sheet.cells[row][column]:
                group = other.group if other.group is not None else head.group
                title = f"{head.name}, {other.name}"
                point = grid.x(column), grid.y(row)
                canvas.mark(point, kinds[group or ""], radius, title=title)


def _totals(canvas: Canvas, grid: Grid, cells: list[list[bool]]) -> None:
    def write(column: int, row: int, total: int) -> None:
        point = grid.x(column), grid.y(row)
        canvas.text(*point, str(total), "faint", anchor="middle", is_middle=True)

    for row, line in enumerate(cells):
        write(grid.columns, row, sum(line))
    for column in range(grid.columns):
        write(column, grid.rows, sum(line[column] for line in cells))
    write(grid.columns, grid.rows, sum(map(sum, cells)))


def _legend(
    kinds: Mapping[str, Mark], groups: Sequence[str], names: Mapping[str, str]
) -> list[tuple[str, Mark, bool]]:
    said = translated("works together")
    seen = [group for group in kinds if group in groups]
    called = {group: names.get(group) or word(group) for group in seen}
    return [(f"{said} ({called[one]})" if one else said, kinds[one], False) for one in seen]


def _description(sheet: Sheet) -> str:
    said = translated("Matrix of {rows} rows and {columns} columns with {links} marks.")
    links = sum(map(sum, sheet.cells))
    return said.format(rows=len(sheet.rows), columns=len(sheet.columns), links=links)
