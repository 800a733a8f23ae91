"""The views of a table as a Rich grid, its sections under headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from ..answers import View
from ..i18n import translated
from .paragraphs import Paragraph, Paragraphs
from .text import by_key, cell, line, titles, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from ..answers import Column, Line, Row, Table

FAINT = "dim"
STRONG = "bold"
ID = "cyan"
YES, NO = "●", "·"


def title(text: str, aside: str = "") -> Text:
    """A heading, and beside it a number or status."""
    return Text.assemble((visible(text), STRONG), "  " if aside else "", (visible(aside), ID))


def footnotes(notes: Sequence[str]) -> list[RenderableType]:
    """What is said below an answer."""
    return [Padding(Text(visible(note), FAINT), (1, 0, 0, 0)) for note in notes]


def empty_grid(views: Sequence[View]) -> Grid:
    """The headings of views, without rows."""
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=FAINT)
    for view in views:
        grid.add_column(
            Text(visible(view.title)),
            justify={"right": "right", "mark": "center"}.get(view.align, "left"),  # type: ignore[arg-type]
            overflow="fold",
            no_wrap=view.align == "bar",
            style=ID if view.heading in ("Id", "Code") else "",
        )
    return grid


def views_of(columns: Sequence[Column]) -> tuple[View, ...]:
    """A view for each column, where a question has none."""
    align: dict[str, Any] = {"number": "right", "boolean": "mark"}
    return tuple(
        View(
            column.label,
            ((f"{{{column.key}}}",),),
            align.get(column.kind, "left"),
        )
        for column in columns
    )


def table_grid(table: Table) -> RenderableType:
    """All rows of a table."""
    rows = list(table)
    if not rows:
        return Text(translated("None."), FAINT)
    columns = [column for column in table.columns if column.key != table.section]
    views = table.view or views_of(columns)
    values = [by_key(table.columns, row) for row in rows]
    lines = [cells_of(views, table.columns, each) for each in values]
    _draw_bars(table, rows, views, values, lines)
    grid = empty_grid(views)
    if table.section is None:
        for cells in lines:
            grid.add_row(*cells)
    else:
        _add_sections(grid, table, views, values, lines)
    return grid


def _draw_bars(
    table: Table,
    rows: Sequence[Row],
    views: Sequence[View],
    values: Sequence[dict[str, Any]],
    lines: Sequence[list[RenderableType]],
) -> None:
    for place, view in enumerate(views):
        if view.align == "bar":
            from .bars import Bars

            bars = Bars(table, rows, view)
            for each, cells in zip(values, lines, strict=True):
                cells[place] = bars.of(each)


def _add_sections(
    grid: Grid,
    table: Table,
    views: Sequence[View],
    values: Sequence[dict[str, Any]],
    lines: Sequence[list[RenderableType]],
) -> None:
    """The rows, with a heading above each run of them that has the same value."""
    key = table.section or ""
    counts: dict[Any, int] = {}
    for each in values:
        counts[each[key]] = counts.get(each[key], 0) + 1
    headings = {value: f"{_named(table, key, value)} ({n})" for value, n in counts.items()}
    place = _roomy(views, lines, max(map(cell_len, headings.values())))
    last: Any = object()
    for each, cells in zip(values, lines, strict=True):
        if each[key] != last:
            last = each[key]
            grid.add_row(*("" for _ in range(place)), Text(headings[last], STRONG))
        grid.add_row(*cells)


def _named(table: Table, key: str, value: Any) -> str:
    if isinstance(value, bool):
        name = titles(table.columns)[key] if value else translated("others")
    else:
        name = translated(cell(value))
    name = visible(name)
    return name[:1].upper() + name[1:]


def _roomy(views: Sequence[View], lines: Sequence[list[RenderableType]], width: int) -> int:
    """The first column of text as wide as a heading, or else the widest: it stays as it is."""
    widths = {
        place: max(cells[place].width for cells in lines if isinstance(cells[place], Paragraphs))  # type: ignore[union-attr]
        for place, view in enumerate(views)
        if view.align == "left"
    }
    widest = max(widths, key=widths.__getitem__, default=0)
    return next((place for place, room in widths.items() if room >= width), widest)


def cells_of(
    views: Sequence[View], columns: Sequence[Column], values: dict[str, Any]
) -> list[RenderableType]:
    """The cells of a row; none of its lines says again what the row has said already."""
    names = titles(columns)
    said: set[str] = set()
    return [
        _mark(values, view) if view.align == "mark" else _paragraphs(view, values, names, said)
        for view in views
    ]


def _mark(values: dict[str, Any], view: View) -> Text:
    return Text(YES) if values[view.lines[0][0].strip("{}")] else Text(NO, FAINT)


def _paragraphs(
    view: View, values: dict[str, Any], names: dict[str, str], said: set[str]
) -> Paragraphs:
    paragraphs: list[Paragraph] = []
    for pieces in view.lines:
        text = visible(line(pieces, values, names))
        if text and not (paragraphs and text.casefold() in said):
            said.add(text.casefold())
            paragraphs.append(_items(pieces, values) or text)
    return Paragraphs(paragraphs)


def _items(pieces: Line, values: dict[str, Any]) -> list[str]:
    """The items of a line that is nothing but a list of texts."""
    value = values.get(pieces[0][1:-1]) if len(pieces) == 1 else None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [visible(item) for item in value]
    return []
