"""The documents of answers that are drawn: the picture, and what it cannot show as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..drawing import drawn
from ..errors import UtpartnersError
from ..i18n import translated
from .columns import fitted
from .document import Block, Document, Grid, Picture
from .listing import faint, table_document

if TYPE_CHECKING:
    from ..answers import Matrix, Table


def picture(table: Table, height: float = 0.0) -> list[Block]:
    """Return the picture of a table as a block; where it has no room, a note that says so."""
    try:
        canvas = drawn(table)
    except UtpartnersError as error:
        return faint(translated("There is no picture here: {reason}.", reason=error.message))
    return [Picture(canvas, ". ".join(canvas.told), height)]


def matrix_document(table: Table) -> Document:
    """Return the document of a matrix: its picture, or a list of who works with whom."""
    rows = list(table)
    table = table.with_rows(rows)
    is_empty = not rows or len(table.columns) < 2
    blocks = faint(translated("None.")) if is_empty else picture(table)
    if not is_empty and not isinstance(blocks[0], Picture):
        blocks.append(_who_with_whom(table, cast("Matrix", table.shape)))
    return Document(table.title, [*blocks, *faint(*table.footnotes)])


def _who_with_whom(table: Table, shape: Matrix) -> Grid:
    names = [shape.column_names.get(column.key, column.key) for column in table.columns[1:]]
    comma = translated(", ")
    cells = [
        [
            [shape.row_names.get(first, first)],
            [comma.join(name for name, is_one in zip(names, marks, strict=True) if is_one)],
        ]
        for first, *marks in table
    ]
    headings = [translated("Department"), translated("Partnerships")]
    shares, _ = fitted(headings, cells)
    return Grid(headings, ["left", "left"], cells, shares)


def timeline_document(table: Table) -> Document:
    """Return the document of a timeline: its picture, then the activities themselves."""
    rows = list(table)
    listed = table_document(table.with_rows(rows))
    if not rows:
        return listed
    return listed._replace(blocks=[*picture(table.with_rows(rows)), *listed.blocks])
