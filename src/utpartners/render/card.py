"""A card: its plain facts, then a grid for each nested table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from ..answers import is_empty
from .grid import FAINT, STRONG, cells_of, empty_grid, footnotes, title, views_of
from .text import by_key, cell, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from ..answers import Card, Column, Row

MARK = "bold green"


def card(card: Card) -> RenderableType:
    """A whole card."""
    values = by_key(card.columns, card.row)
    parts: list[RenderableType] = [title(card.title, card.subtitle)]
    facts = _facts(card, values)
    if facts.row_count:
        parts.append(Padding(facts, (1, 0, 0, 0)))
    for column in card.columns:
        if column.kind == "records":
            parts.extend(_section(column, values, card.marked))
    return Group(*parts, *footnotes(card.footnotes))


def _facts(card: Card, values: dict[str, Any]) -> Grid:
    facts = Grid.grid(padding=(0, 2), pad_edge=False)
    facts.add_column(style=FAINT)
    facts.add_column(overflow="fold")
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


def _section(column: Column, values: dict[str, Any], marked: str | None) -> list[RenderableType]:
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
        is_marked = marked is not None and values.get("id") == marked and "country" in values
        if is_marked:
            cells[0] = Text.assemble(("▸ ", MARK), visible(str(marked)))
        grid.add_row(*cells, style=STRONG if is_marked else None)
    return grid
