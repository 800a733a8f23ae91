"""Rich tables, trees and cards, as wide as the terminal."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from ..messages import translated
from ..table import Card, Matrix, Table, Tree, View, is_empty
from .bars import Bars
from .paragraphs import Paragraph, Paragraphs
from .text import by_key, cell, line, titles, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from ..table import Answer, Column, Line, Row

FAINT = "dim"
STRONG = "bold"
ID = "cyan"
MARK = "bold green"


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
        return _card(answer)
    if isinstance(answer.shape, Tree):
        from .branches import drawing

        return drawing(_title(answer.title), answer, answer.shape)
    if isinstance(answer.shape, Matrix):
        from .marks import matrix_bands

        return Group(_title(answer.title), Text(), *matrix_bands(answer, answer.shape, width))
    return Group(_title(answer.title), Text(), _table(answer), *_footnotes(answer.footnotes))


def _footnotes(notes: Sequence[str]) -> list[RenderableType]:
    return [Padding(Text(visible(note), FAINT), (1, 0, 0, 0)) for note in notes]


def _title(text: str, aside: str = "") -> Text:
    return Text.assemble((visible(text), STRONG), "  " if aside else "", (visible(aside), ID))


def _grid(views: Sequence[View]) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=FAINT)
    for view in views:
        grid.add_column(
            Text(view.title),
            justify="right" if view.align == "right" else "left",
            overflow="fold",
            style=ID if view.heading in ("Id", "Code") else "",
        )
    return grid


def _table(table: Table) -> RenderableType:
    views = table.view or tuple(
        _view_of(column) for column in table.columns if column.key != table.section
    )
    rows = list(table)
    if not rows:
        return Text("None.", FAINT)
    grid = _grid(views)
    section = _Section(table, rows)
    bars = {view: Bars(table, rows, view) for view in views if view.align == "bar"}
    for row in rows:
        values = by_key(table.columns, row)
        if heading := section.starts(values):
            grid.add_row(*("" for _ in views[:1] if len(views) > 2), Text(heading, STRONG))
        cells = _cells(views, table.columns, values)
        for place, view in enumerate(views):
            if view in bars:
                cells[place] = bars[view].of(values)
        grid.add_row(*cells)
    return grid


def _view_of(column: Column) -> View:
    align: Any = "right" if column.kind == "number" else "left"
    return View(column.title, ((f"{{{column.key}}}",),), align)


class _Section:
    """The heading of each run of rows that have the same value, with the number of rows."""

    def __init__(self, table: Table, rows: Sequence[Row]) -> None:
        self._key = table.section
        self._last: Any = None
        if self._key is not None:
            index = [column.key for column in table.columns].index(self._key)
            self._values = [row[index] for row in rows]
            self._title = table.columns[index].title

    def starts(self, values: dict[str, Any]) -> str:
        if self._key is None or values[self._key] == self._last:
            return ""
        self._last = values[self._key]
        text = visible(self._text(self._last))
        return f"{text[:1].upper()}{text[1:]} ({self._values.count(self._last)})"

    def _text(self, value: Any) -> str:
        if isinstance(value, bool):
            return self._title if value else translated("others")
        return translated(cell(value))


def _cells(
    views: Sequence[View], columns: Sequence[Column], values: dict[str, Any]
) -> list[RenderableType]:
    """The cells of a row; none of its lines says again what the row has said already."""
    names = titles(columns)
    said: set[str] = set()
    cells: list[RenderableType] = []
    for view in views:
        paragraphs: list[Paragraph] = []
        for pieces in view.lines:
            text = visible(line(pieces, values, names))
            if text and not (paragraphs and text.casefold() in said):
                said.add(text.casefold())
                paragraphs.append(_items(pieces, values) or text)
        cells.append(Paragraphs(paragraphs))
    return cells


def _items(pieces: Line, values: dict[str, Any]) -> list[str]:
    """The items of a line that is nothing but a list of texts."""
    value = values.get(pieces[0][1:-1]) if len(pieces) == 1 else None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [visible(item) for item in value]
    return []


def _card(card: Card) -> RenderableType:
    values = by_key(card.columns, card.row)
    parts: list[RenderableType] = [_title(card.title, card.subtitle)]
    facts = Grid.grid(padding=(0, 2), pad_edge=False)
    facts.add_column(style=FAINT)
    facts.add_column(overflow="fold")
    replacing = {column.instead for column in card.columns}
    for column in card.columns:
        value = values[column.key]
        silent = column.kind == "records" or column.key in card.hidden or column.key in replacing
        if not silent and not is_empty(value):
            facts.add_row(Text(column.title), Text(_fact(value)))
    if facts.row_count:
        parts.append(Padding(facts, (1, 0, 0, 0)))
    for column in card.columns:
        if column.kind == "records":
            parts.extend(_section(column, values, card.marked))
    parts.extend(_footnotes(card.footnotes))
    return Group(*parts)


def _fact(value: Any) -> str:
    if isinstance(value, list):
        bullet = "• " if len(value) > 1 else ""
        return "\n".join(f"{bullet}{visible(cell(item))}" for item in value)
    return visible(cell(value))


def _section(column: Column, values: dict[str, Any], marked: str | None) -> list[RenderableType]:
    rows = values[column.key]
    heading = Padding(_title(column.title, str(len(rows)) if rows else ""), (1, 0, 0, 0))
    if rows:
        return [heading, _records(column, rows, marked)]
    instead = values.get(column.instead)
    return [heading, Text(visible(cell(instead)))] if instead else []


def _records(column: Column, rows: Sequence[Row], marked: str | None) -> RenderableType:
    views = column.view or tuple(_view_of(inner) for inner in column.columns)
    grid = _grid(views)
    for row in rows:
        values = by_key(column.columns, row)
        cells = _cells(views, column.columns, values)
        is_marked = marked is not None and values.get("id") == marked and "country" in values
        if is_marked:
            cells[0] = Text.assemble(("▸ ", MARK), visible(str(marked)))
        grid.add_row(*cells, style=STRONG if is_marked else None)
    return grid
