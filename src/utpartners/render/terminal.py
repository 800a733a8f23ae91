"""Rich tables, trees and cards, as wide as the terminal."""

from __future__ import annotations

from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.text import Text

from ..answers import Card, Matrix, Notes, Table, Tree, View
from ..i18n import translated
from .grid import footnotes, table_grid, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from ..answers import Answer


def drawn(answer: Answer, colour: bool) -> Iterator[str]:
    """An answer as text with the escapes that colour it."""
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="auto" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        console.print(_answer(answer, console.width))
    yield capture.get()


def _answer(answer: Answer, width: int) -> RenderableType:
    if isinstance(answer, Card):
        from .card import card

        return card(answer)
    return _shaped(answer, width)


MOST_ROWS = 1000
"""Rows that are drawn: a grid is laid out as a whole, and nobody reads more."""


def _shaped(table: Table, width: int) -> RenderableType:
    rows = list(islice(table, MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        more = translated("Only the first {rows} rows are drawn; -f csv, or a pipe, has them all.")
        table.footnotes += (more.format(rows=f"{MOST_ROWS:,}"),)
    table.rows = rows[:MOST_ROWS]
    return Group(_drawing(table, width), *footnotes(table.footnotes))


def _drawing(table: Table, width: int) -> RenderableType:
    if isinstance(table.shape, Tree):
        from .branches import drawing

        return drawing(title(table.title), table, table.shape)
    if isinstance(table.shape, Matrix):
        from .marks import matrix_bands

        return Group(title(table.title), Text(), *matrix_bands(table, table.shape, width))
    if isinstance(table.shape, Notes):
        table.view = (View("Change", ((f"{{{table.shape.sentence}}}",),)),)
        table.section = table.shape.section
    return Group(title(table.title), Text(), table_grid(table))
