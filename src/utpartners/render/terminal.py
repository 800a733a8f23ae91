"""Rich tables, trees and cards, as wide as the terminal. The only module that draws with Rich."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree as Drawing

from ..table import Card, Matrix, Table, Tree, View, is_empty
from .branches import Branch, grown
from .text import by_key, cell, line, titles, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from ..table import Answer, Column, Row

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
        return _tree(answer, answer.shape)
    if isinstance(answer.shape, Matrix):
        return _matrix(answer, answer.shape, width)
    return Group(_title(answer.title), _table(answer))


def _title(text: str, aside: str = "") -> Text:
    return Text.assemble((visible(text), STRONG), "  " if aside else "", (visible(aside), ID))


def _grid(views: Sequence[View]) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style=FAINT)
    for view in views:
        grid.add_column(
            Text(view.heading),
            justify=view.align,
            overflow="fold",
            style=ID if view.heading in ("Id", "Code") else "",
        )
    return grid


def _table(table: Table) -> RenderableType:
    views = table.view or tuple(_view_of(column) for column in table.columns)
    rows = list(table)
    if not rows:
        return Text("None.", FAINT)
    grid = _grid(views)
    section = _Section(table, rows)
    for row in rows:
        values = by_key(table.columns, row)
        if heading := section.starts(values):
            grid.add_row(*("" for _ in views[:1]), Text(heading, STRONG))
        grid.add_row(*(_composed(view, values, titles(table.columns)) for view in views))
    return grid


def _view_of(column: Column) -> View:
    align: Any = "right" if column.kind == "number" else "left"
    return View(column.title, (("{%s}" % column.key,),), align)


class _Section:
    """The heading of each run of rows that have the same value, with the number of rows."""

    def __init__(self, table: Table, rows: Sequence[Row]) -> None:
        self._key = table.section
        self._last: Any = None
        if self._key is not None:
            index = [column.key for column in table.columns].index(self._key)
            self._values = [row[index] for row in rows]

    def starts(self, values: dict[str, Any]) -> str:
        if self._key is None or values[self._key] == self._last:
            return ""
        self._last = values[self._key]
        text = visible(cell(self._last))
        return f"{text[:1].upper()}{text[1:]} ({self._values.count(self._last)})"


def _composed(view: View, values: dict[str, Any], names: dict[str, str]) -> Text:
    """The lines of a cell; all but the first are faint, and none says what the first has said."""
    lines: list[str] = []
    for pieces in view.lines:
        text = visible(line(pieces, values, names))
        if text and text.casefold() not in (seen.casefold() for seen in lines):
            lines.append(text)
    return Text("\n").join(
        Text(text, "" if number == 0 else FAINT) for number, text in enumerate(lines)
    )


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
            facts.add_row(column.title, visible(_fact(value)))
    if facts.row_count:
        parts.append(Padding(facts, (1, 0, 0, 0)))
    for column in card.columns:
        if column.kind == "records":
            parts.extend(_section(column, values, card.marked))
    parts.extend(Padding(Text(visible(note), FAINT), (1, 0, 0, 0)) for note in card.footnotes)
    return Group(*parts)


def _fact(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(f"• {cell(item)}" for item in value) if len(value) > 1 else cell(value)
    return cell(value)


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
        cells = [_composed(view, values, titles(column.columns)) for view in views]
        is_marked = marked is not None and values.get("id") == marked and "country" in values
        if is_marked:
            cells[0] = Text.assemble(("▸ ", MARK), cells[0])
        grid.add_row(*cells, style=STRONG if is_marked else None)
    return grid


def _tree(table: Table, shape: Tree) -> Drawing:
    root = grown(table, shape)
    drawing = Drawing(_title(root.text), guide_style=FAINT)
    _hang(drawing, root)
    return drawing


def _hang(drawing: Drawing, branch: Branch) -> None:
    for child in branch.children:
        text = Text(visible(child.text), STRONG if child.children else "")
        _hang(drawing.add(text), child)


def _matrix(table: Table, matrix: Matrix, width: int) -> RenderableType:
    rows = list(table)
    ids = [visible(column.key) for column in table.columns[1:]]
    labels = [visible(row[0]) for row in rows]
    left = max(map(len, [*labels, matrix.corner, matrix.total]))
    across = left + sum(len(id) + 2 for id in ids) + len(matrix.total) + 2
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style=FAINT, show_footer=True)
    turned = across > width
    grid.add_column(matrix.corner, matrix.total, style=ID, vertical="bottom", no_wrap=True)
    for number, id in enumerate(ids, 1):
        heading = Text("\n".join(id)) if turned else Text(id)
        total = str(sum(row[number] for row in rows))
        grid.add_column(heading, total, justify="center", vertical="bottom", overflow="fold")
    grid.add_column(matrix.total if not turned else Text("\n".join(matrix.total)), justify="right",
                    footer=str(sum(sum(row[1:]) for row in rows)))
    for label, row in zip(labels, rows, strict=True):
        marks = ("●" if mark else Text("·", FAINT) for mark in row[1:])
        grid.add_row(Text(label), *marks, str(sum(row[1:])))
    return Group(_title(table.title), grid)
