"""Views of rows as a Rich grid: its cells, and its sections under headings.

A cell is a mark, a bar, or lines of text. Rich wraps a text anywhere; here a list is broken between
its items only, and whatever a line says that the row has said already is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.measure import Measurement
from rich.table import Table as RichTable
from rich.text import Text

from ..answers import View
from ..i18n import translated
from ..visible import visible
from .text import by_key, cell, line, titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from ..answers import Column, Facts, Line, Row, Section

FAINT = "dim"
STRONG = "bold"
ID = "cyan"
YES, NO = "●", "·"

LONGEST_BAR = 20
"""Cells of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉"

_HIT = re.compile("‹[^›]*›")
"""What a search marks in its excerpts."""


def table_grid(
    columns: Sequence[Column], rows: Sequence[Row], view: Sequence[View], section: Section | None
) -> RenderableType:
    """Return all rows of a table as a grid; without a view, each column but the section is one."""
    if not rows:
        return Text(translated("None."), FAINT)
    views = view or views_of([column for column in columns if column.key != section])
    values = [by_key(columns, row) for row in rows]
    lines = [cells_of(views, columns, each) for each in values]
    groups = [_group(each, section) for each in values]
    for place, one in enumerate(views):
        if one.align == "bar":
            bars = _bars(values, one.key, groups)
            for cells, bar in zip(lines, bars, strict=True):
                cells[place] = bar
    grid = empty_grid(views)
    if section is None:
        for cells in lines:
            grid.add_row(*cells)
    else:
        name = "" if callable(section) else titles(columns)[section]
        _add_sections(grid, views, groups, lines, name)
    return grid


def _group(values: Facts, section: Section | None) -> Any:
    """Return what a row is grouped by; None where rows are not grouped."""
    if section is None:
        return None
    return section(values) if callable(section) else values[section]


def empty_grid(views: Sequence[View]) -> RichTable:
    """Return the headings of views, without rows."""
    grid = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style=FAINT)
    for view in views:
        grid.add_column(
            Text(visible(view.title)),
            justify={"right": "right", "mark": "center"}.get(view.align, "left"),  # type: ignore[arg-type]
            # Nothing is cut: a word that is wider than its column continues on the next line.
            overflow="fold",
            no_wrap=view.align == "bar",
            style=ID if view.is_id else "",
        )
    return grid


def views_of(columns: Sequence[Column]) -> tuple[View, ...]:
    """Return a view for each column, for a table that has none of its own."""
    align: dict[str, Any] = {"number": "right", "boolean": "mark"}
    return tuple(
        View(
            column.label,
            ((f"{{{column.key}}}",),),
            align.get(column.kind, "left"),
            is_id=column.is_id,
        )
        for column in columns
    )


def cells_of(
    views: Sequence[View], columns: Sequence[Column], values: Facts
) -> list[RenderableType]:
    """Return the cells of a row; no line repeats what another one of the row says."""
    names = titles(columns)
    said: set[str] = set()
    return [
        _mark(values[view.key]) if view.align == "mark" else _lines(view, values, names, said)
        for view in views
    ]


def _mark(is_set: bool) -> Text:
    return Text(YES) if is_set else Text(NO, FAINT)


def _lines(view: View, values: Facts, names: Mapping[str, str], said: set[str]) -> CellLines:
    lines: list[CellLine] = []
    for pieces in view.lines:
        text = visible(line(pieces, values, names))
        # The first line stays whatever the row has said: it is what the column is about.
        if text and not (lines and text.casefold() in said):
            said.add(text.casefold())
            lines.append(_items(pieces, values) or text)
    return CellLines(lines)


def _items(pieces: Line, values: Facts) -> list[str]:
    """Return the items of a line that shows one list of texts and nothing else."""
    value = values.get(pieces[0][1:-1]) if len(pieces) == 1 else None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [visible(item) for item in value]
    return []


CellLine = str | list[str]
"""A text, or short texts that are joined with commas and are not broken inside."""


class CellLines:
    """The lines of a cell, one below the other; all but the first are faint."""

    def __init__(self, lines: Sequence[CellLine]) -> None:
        self._lines = [
            [f"{item}," for item in one[:-1]] + one[-1:] if isinstance(one, list) else one
            for one in lines
        ]

    @property
    def width(self) -> int:
        """Cells of the longest line, without wrapping."""
        widths = (cell_len(one if isinstance(one, str) else " ".join(one)) for one in self._lines)
        return max(widths, default=0)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        # The minimum keeps Rich from making a column so narrow that it breaks an item of a list.
        least, most = 0, 0
        for one in self._lines:
            # A text may be broken at its spaces, a list only between its items.
            pieces = one.split() if isinstance(one, str) else one
            widths = [cell_len(piece) for piece in pieces] or [0]
            least = max(least, *widths)
            most = max(most, sum(widths) + len(widths) - 1)
        return Measurement(least, most)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        first, *others = (_laid_out(one, options.max_width) for one in self._lines or [""])
        text = Text(first, overflow="fold")
        if others:
            text.append("\n" + "\n".join(others), "dim")
        text.highlight_regex(_HIT, "bold magenta")
        yield text


def _laid_out(one: CellLine, width: int) -> str:
    if isinstance(one, str):
        return one
    lines: list[str] = []
    for item in one:
        if lines and cell_len(lines[-1]) + 1 + cell_len(item) <= width:
            lines[-1] += f" {item}"
        else:
            lines.append(item)
    return "\n".join(lines)


def _bars(values: Sequence[Facts], key: str, groups: Sequence[Any]) -> list[Text]:
    """Return the numbers of a column as bars, each group of rows to a scale of its own."""
    most: dict[Any, float] = {}
    for each, group in zip(values, groups, strict=True):
        most[group] = max(most.get(group, 0), each[key])
    return [_bar(each[key], most[group]) for each, group in zip(values, groups, strict=True)]


def _bar(number: float, most: float) -> Text:
    # The block characters of Unicode come in eighths of a cell.
    whole, eighths = divmod(round(8 * LONGEST_BAR * number / most) if most else 0, 8)
    return Text("█" * whole + _EIGHTHS[eighths].strip(), "cyan")


def _add_sections(
    grid: RichTable,
    views: Sequence[View],
    groups: Sequence[Any],
    lines: Sequence[list[RenderableType]],
    title: str,
) -> None:
    """Add the rows, with a heading above each run of them that is of the same group.

    ``title`` is that of the column by which they are grouped.
    """
    counts = Counter(groups)
    headings = {value: f"{_section_name(value, title)} ({n})" for value, n in counts.items()}
    place = _roomy(views, lines, max(map(cell_len, headings.values())))
    last: Any = object()  # equal to no group, not even to null
    for group, cells in zip(groups, lines, strict=True):
        if group != last:
            last = group
            grid.add_row(*("" for _ in range(place)), Text(headings[last], STRONG))
        grid.add_row(*cells)


def _section_name(value: Any, title: str) -> str:
    if isinstance(value, bool):
        name = title if value else translated("others")
    else:
        name = translated(cell(value))
    name = visible(name)
    return name[:1].upper() + name[1:]


def _roomy(views: Sequence[View], lines: Sequence[list[RenderableType]], width: int) -> int:
    """Return the first column of text as wide as a heading, else the widest: it keeps its width."""
    widths = {
        place: max(cells[place].width for cells in lines if isinstance(cells[place], CellLines))  # type: ignore[union-attr]
        for place, view in enumerate(views)
        if view.align == "left"
    }
    # A heading would widen a narrow column, and the other columns would be folded for it.
    widest = max(widths, key=widths.__getitem__, default=0)
    return next((place for place, room in widths.items() if room >= width), widest)
