"""Answers on a terminal, drawn with Rich and fitted to its width.

A table is a grid, a tree, a matrix or notes, as its shape says. A card is its facts, then a grid
for each nested table.
"""

from __future__ import annotations

from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from ..answers import Card, Matrix, Notes, Tree, View, is_empty
from ..i18n import translated
from ..visible import visible
from .grid import FAINT, STRONG, cells_of, empty_grid, table_grid, views_of
from .text import by_key, cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from ..answers import Answer, Column, Facts, Row, Table

MOST_ROWS = 1000
"""Rows that are drawn: a grid is laid out as a whole, and nobody reads more."""

MARK = "bold green"
ASIDE = "cyan"


def drawn(answer: Answer, colour: bool) -> Iterator[str]:
    """Yield an answer as one text, with the escape sequences that colour it."""
    console = Console(
        # The text may go to a pager first, so Rich does not write it itself.
        file=StringIO(),
        force_terminal=True,
        color_system="auto" if colour else None,
        # Text of a catalogue is text: "[red]" and ":smile:" in a name stay as they are.
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        if isinstance(answer, Card):
            console.print(_card(answer))
        else:
            console.print(_table(answer, console.width))
    yield capture.get()


def title(text: str, aside: str = "") -> Text:
    """Return a heading, and beside it a number or status."""
    return Text.assemble((visible(text), STRONG), "  " if aside else "", (visible(aside), ASIDE))


def footnotes(notes: Sequence[str]) -> list[RenderableType]:
    """Return the notes below an answer."""
    return [Padding(Text(visible(note), FAINT), (1, 0, 0, 0)) for note in notes]


def _table(table: Table, width: int) -> RenderableType:
    # One more than is drawn tells whether there are more, without reading them all.
    rows = list(islice(table, MOST_ROWS + 1))
    notes = table.footnotes
    if len(rows) > MOST_ROWS:
        more = translated(
            "Only the first {rows} rows are shown; -f csv or a pipe gives all of them."
        )
        notes = (*notes, more.format(rows=f"{MOST_ROWS:,}"))
    return Group(_shaped(table.with_rows(rows[:MOST_ROWS]), width), *footnotes(notes))


def _shaped(table: Table, width: int) -> RenderableType:
    heading = title(table.title)
    view, section = table.view, table.section
    if isinstance(table.shape, Tree):
        from .tree import tree_drawing

        return tree_drawing(heading, table, table.shape)
    if isinstance(table.shape, Matrix):
        from .matrix import matrix_bands

        return Group(heading, Text(), *matrix_bands(table, table.shape, width))
    if isinstance(table.shape, Notes):
        view = (View("Change", ((f"{{{table.shape.sentence}}}",),)),)
        section = table.shape.section
    said = [Text(visible(table.subtitle), FAINT)] if table.subtitle else []
    return Group(heading, *said, Text(), table_grid(table.columns, list(table), view, section))


def _card(card: Card) -> RenderableType:
    values = by_key(card.columns, card.row)
    parts: list[RenderableType] = [title(card.title, card.subtitle)]
    facts = _facts(card, values)
    if facts.row_count:
        parts.append(Padding(facts, (1, 0, 0, 0)))
    for column in card.columns:
        if column.kind == "records":
            parts.extend(_section(column, values, card.marked_in(column)))
    return Group(*parts, *footnotes(card.footnotes))


def _facts(card: Card, values: Facts) -> RichTable:
    facts = RichTable.grid(padding=(0, 2), pad_edge=False)
    facts.add_column(style=FAINT)
    facts.add_column(overflow="fold")
    # A field that replaces an empty nested table is shown there, and not a second time as a fact.
    elsewhere = {*card.hidden, *(c.instead for c in card.columns if is_empty(values[c.key]))}
    for column in card.columns:
        value = values[column.key]
        if column.kind != "records" and column.key not in elsewhere and not is_empty(value):
            facts.add_row(Text(column.title), Text(_fact(value)))
    return facts


def _fact(value: Any) -> str:
    if isinstance(value, list):
        bullet = "• " if len(value) > 1 else ""
        return "\n".join(f"{bullet}{visible(cell(item))}" for item in value)
    return visible(cell(value))


def _section(column: Column, values: Facts, marked: str | None) -> list[RenderableType]:
    rows = values[column.key]
    heading = Padding(title(column.title, str(len(rows)) if rows else ""), (1, 0, 0, 0))
    if rows:
        return [heading, _records(column, rows, marked)]
    instead = values.get(column.instead)
    return [heading, Text(visible(cell(instead)))] if instead else []


def _records(column: Column, rows: Sequence[Row], marked: str | None) -> RenderableType:
    views = column.view or views_of(column.columns)
    grid = empty_grid(views)
    for row in rows:
        values = by_key(column.columns, row)
        cells = cells_of(views, column.columns, values)
        is_marked = marked is not None and values["id"] == marked
        if is_marked:
            cells[0] = Text.assemble(("▸ ", MARK), visible(str(marked)))
        grid.add_row(*cells, style=STRONG if is_marked else None)
    return grid
