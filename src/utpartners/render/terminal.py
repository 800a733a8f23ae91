"""Answers on a terminal, fitted to its width.

A table is a grid, a tree, a matrix or notes, as its shape says. A card is its facts, then a grid
for each nested table. What to type next stands below.
"""

from __future__ import annotations

import os
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..answers import Card, Matrix, Notes, Tree, View, is_empty, record
from ..i18n import translated
from ..visible import visible
from .cells import cells, dotted, wrapped
from .grid import Grid, values_of, views_of
from .layout import Slot, row_lines, widths
from .paint import FAINT, ID, STRONG, Paint
from .text import by_key, cell, line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Answer, Column, Facts, Table
    from . import Screen
    from .layout import Cell

MOST_ROWS = 1000
"""Rows that are drawn: a grid is laid out as a whole, and nobody reads more."""

USUAL_WIDTH = 80
"""Cells of a terminal that does not tell its width."""

MOST_STEPS = 3
"""Commands that are proposed below an answer."""


def drawn(answer: Answer, screen: Screen) -> Iterator[str]:
    """Yield the lines of an answer, with the escape sequences that colour it."""
    width, paint = terminal_width(), Paint(screen.colour)
    if isinstance(answer, Card):
        lines = _card(answer, width, paint, screen.long)
        first = by_key(answer.columns, answer.row)
    else:
        # One more than is drawn tells whether there are more, without reading them all.
        rows = list(islice(answer, MOST_ROWS + 1))
        lines = _table(answer.with_rows(rows), width, paint, screen.long)
        first = by_key(answer.columns, rows[0]) if rows else {}
    for text in lines:
        yield f"{text}\n"
    # What has to be written out to be seen could not be typed as it stands, and whoever sees all
    # details need not ask for them.
    steps = [
        f"{screen.program} {step}"
        for step in answer.next_steps(first)[:MOST_STEPS]
        if visible(step) == step and not (screen.long and step.endswith(" -l"))
    ]
    if steps:
        steps[0] = translated("Next: {command}").format(command=steps[0])
        for text in dotted(map(visible, steps), width):
            yield f"{paint(text, FAINT)}\n"


def terminal_width() -> int:
    """Return the cells of a line of the terminal; COLUMNS stands above what it tells itself."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            width = os.get_terminal_size(stream.fileno()).columns if stream else 0
        except (OSError, ValueError):
            continue
        if width:
            return width
    return USUAL_WIDTH


def _paragraphs(texts: Sequence[str], width: int, paint: Paint, style: str) -> Iterator[str]:
    for text in texts:
        yield from (paint(one, style) for one in wrapped(visible(text), width))


def _table(table: Table, width: int, paint: Paint, is_long: bool) -> Iterator[str]:
    rows, notes = list(table), table.footnotes
    if len(rows) > MOST_ROWS:
        more = translated(
            "Only the first {rows} rows are shown; -f csv or a pipe gives all of them."
        )
        notes = (*notes, more.format(rows=f"{MOST_ROWS:,}"))
        rows = rows[:MOST_ROWS]
    yield from _paragraphs([table.title], width, paint, STRONG)
    yield from _shaped(table.with_rows(rows), width, paint, is_long)
    if notes:
        yield ""
        yield from _paragraphs(notes, width, paint, FAINT)


def _shaped(table: Table, width: int, paint: Paint, is_long: bool) -> Iterator[str]:
    if isinstance(table.shape, Tree):
        from .tree import tree_lines

        yield from _said(table, width, paint)
        yield ""
        yield from tree_lines(table, table.shape, width, paint, is_long)
        return
    if isinstance(table.shape, Matrix):
        from .matrix import matrix_lines

        yield ""
        yield from matrix_lines(table, table.shape, width, paint)
        return
    grid, shared = _grid(table, width, is_long)
    yield from _said(table, width, paint, shared)
    yield ""
    yield from grid.lines(width, paint)


def _said(table: Table, width: int, paint: Paint, more: Sequence[str] = ()) -> Iterator[str]:
    """Yield what was counted, and what is the same in every row."""
    said = [visible(text) for text in (table.counted() or table.subtitle, *more) if text]
    yield from (paint(text, FAINT) for text in dotted(said, width)) if said else ()


def _grid(table: Table, width: int, is_long: bool) -> tuple[Grid, Sequence[str]]:
    """Return the grid of a table, and what it leaves out as it is the same in every row."""
    rows = list(table)
    values = values_of(table.columns, rows)
    brief = None if is_long else table.brief
    if table.brief is not None and table.brief.facts is not None:
        values = [{**each, **table.brief.facts(each)} for each in values]
    if brief is not None:
        views = [view for view in brief.views if view.widths[0] <= width < view.widths[1]]
        views, shared = _without_shared(views, values)
        grid = Grid(table.columns, views, values, is_brief=True, below=brief.below)
        return grid.grouped(brief.section or table.section, table.order()), shared
    section = table.section
    if isinstance(table.shape, Notes):
        section = table.shape.section
        views_shown: Sequence[View] = [View("Change", ((f"{{{table.shape.sentence}}}",),))]
    else:
        others = [column for column in table.columns if column.key != section]
        views_shown = table.view or views_of(others)
    order = table.order() if table.brief is None or table.brief.section is None else ()
    grid = Grid(table.columns, views_shown, values, is_composed=bool(table.view))
    return grid.grouped(section, order), ()


def _without_shared(
    views: Sequence[View], values: Sequence[Facts]
) -> tuple[list[View], Sequence[str]]:
    """Return the views that differ from row to row, and what the others say."""
    kept, shared = [], []
    for view in views:
        texts = {line(view.lines[0], row, {}) for row in values} if view.is_shared else set()
        text = texts.pop() if len(texts) == 1 and len(values) > 1 else ""
        if text:
            label = translated("{heading}: ").format(heading=view.title) if view.heading else ""
            shared.append(label + text)
        else:
            kept.append(view)
    return kept, shared


def _card(card: Card, width: int, paint: Paint, is_long: bool) -> Iterator[str]:
    if card.brief is not None and not is_long:
        from .card import brief_card

        facts = record(card.columns, card.row)
        yield from brief_card(card, card.brief(facts), width, paint)
    else:
        yield from _whole_card(card, width, paint)
    if card.footnotes:
        yield ""
        yield from _paragraphs(card.footnotes, width, paint, FAINT)


def _whole_card(card: Card, width: int, paint: Paint) -> Iterator[str]:
    values = by_key(card.columns, card.row)
    yield from _title(card.title, card.subtitle, width, paint)
    facts = list(_facts(card, values, width, paint))
    yield from ["", *facts] if facts else []
    for column in card.columns:
        if column.kind == "records":
            yield from _section(column, values, card.marked_in(column), width, paint)


def _title(text: str, aside: str, width: int, paint: Paint) -> Iterator[str]:
    """Yield a heading, and beside it a number or status."""
    text, aside = visible(text), visible(aside)
    if aside and cells(text) + 2 + cells(aside) <= width:
        yield f"{paint(text, STRONG)}  {paint(aside, ID)}"
        return
    yield from _paragraphs([text], width, paint, STRONG)
    yield from _paragraphs([aside] if aside else [], width, paint, ID)


def _facts(card: Card, values: Facts, width: int, paint: Paint) -> Iterator[str]:
    # A field that replaces an empty nested table is shown there, and not a second time as a fact.
    elsewhere = {*card.hidden, *(c.instead for c in card.columns if is_empty(values[c.key]))}
    slots = (Slot(style=FAINT), Slot())
    rows: list[list[Cell]] = []
    for column in card.columns:
        value = values[column.key]
        if column.kind != "records" and column.key not in elsewhere and not is_empty(value):
            for number, text in enumerate(_fact(value)):
                rows.append([[visible(column.title) if number == 0 else ""], [text]])
    sizes = widths(slots, rows, width)
    for row in rows:
        if sizes is None:
            text = " ".join(str(piece) for cell in row for piece in cell if piece)
            yield from _paragraphs([text], width, paint, "")
        else:
            yield from row_lines(slots, row, sizes, paint)


def _fact(value: Any) -> list[str]:
    if isinstance(value, list):
        bullet = "• " if len(value) > 1 else ""
        return [f"{bullet}{visible(cell(item))}" for item in value]
    return [visible(cell(value))]


def _section(
    column: Column, values: Facts, marked: str | None, width: int, paint: Paint
) -> Iterator[str]:
    rows = values[column.key]
    instead = values.get(column.instead)
    if not rows and not instead:
        return
    yield ""
    yield from _title(column.title, str(len(rows)) if rows else "", width, paint)
    if not rows:
        yield from _paragraphs([cell(instead)], width, paint, "")
        return
    views = column.view or views_of(column.columns)
    facts = values_of(column.columns, rows)
    grid = Grid(column.columns, views, facts, marked=marked, is_composed=bool(column.view))
    yield from grid.lines(width, paint)
