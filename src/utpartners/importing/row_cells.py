"""Complete the cells of rows before they are read: ditto marks, cells that say what is above."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..i18n import translated
from .grid import Cell, text_of
from .languages import folded
from .looks import Look, list_setting
from .term_words import DITTO

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .grid import Line
    from .mapping import Map
    from .tables import SheetTable

LONGEST_DITTO = 20

OF_PARTNER = ("partner", "names", "abbreviation", "country", "city", "website", "ror")
"""What may stand only in the first row of a partner."""


class RowCells(NamedTuple):
    """The cells of a row, and what was done for them."""

    number: int
    cells: list[Cell]
    remarks: list[str]
    looks: list[Look]


def rows_of(table: SheetTable, map: Map, exchanged: Collection[str]) -> Iterator[RowCells]:
    """Yield the rows of a table; ``exchanged`` are columns whose days and months are exchanged."""
    complete = _Completer(table, map, exchanged)
    above: list[Cell] = [None] * len(table.uses)
    for line in table.layout.lines:
        if line.is_struck and map.struck == "ignore":
            continue
        row = complete.row(line, above)
        if look := _without_partner(table, row.cells, above):
            row.looks.append(look)
        if line.is_struck and not map.struck:
            what = translated("the row is struck through")
            row.looks.append(Look("value", what, '[sheet] struck = "ignore"'))
        above = [old if new is None else new for old, new in zip(above, row.cells, strict=True)]
        yield row


class _Completer:
    """Completes the cells of rows by those above them."""

    def __init__(self, table: SheetTable, map: Map, exchanged: Collection[str]) -> None:
        self._labels = table.layout.labels
        is_exchanged = map.real_dates == "exchange"
        self._is_filled = [label in map.fill_down for label in self._labels]
        self._is_exchanged = [is_exchanged and label in exchanged for label in self._labels]
        self._has_dittos = [use.field not in ("note", "ignore") for use in table.uses]

    def row(self, line: Line, above: list[Cell]) -> RowCells:
        """Return a row, given the last cells with something in them above it."""
        width = len(self._labels)
        cells = [*line.cells, *[None] * (width - len(line.cells))][:width]
        dittos = []
        for place, cell in enumerate(cells):
            if cell is None:
                cells[place] = above[place] if self._is_filled[place] else None
            elif self._is_exchanged[place]:
                cells[place] = _exchanged(cell)
            elif self._has_dittos[place] and above[place] is not None and _is_ditto(cell):
                cells[place] = above[place]
                dittos.append(self._labels[place])
        return RowCells(line.number, cells, _said(dittos), [])


def _is_ditto(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST_DITTO and folded(cell).strip() in DITTO


def _said(dittos: list[str]) -> list[str]:
    if not dittos:
        return []
    said = translated("the same as above: {columns}")
    return [said.format(columns=translated(", ").join(dittos))]


def _without_partner(table: SheetTable, cells: list[Cell], above: list[Cell]) -> Look | None:
    """Return what there is to look at in a row without a partner: it may be the one above."""
    fields = [use.field for use in table.uses]
    if cells[fields.index("partner")] is not None:
        return None
    empty = [
        label
        for label, field, cell, before in zip(
            table.layout.labels, fields, cells, above, strict=True
        )
        if field in OF_PARTNER and cell is None and before is not None
    ]
    what = translated("no partner is named")
    before = above[fields.index("partner")]
    if before is None:
        return Look("partner", what)
    what = translated("no partner is named; it may be '{name}', as above").format(
        name=text_of(before)
    )
    return Look("partner", what, list_setting("sheet", "fill_down", empty))


def _exchanged(cell: Cell) -> Cell:
    """Return a day with its month and day exchanged, as it was before a program read it."""
    if isinstance(cell, date) and cell.day <= 12:
        return cell.replace(month=cell.day, day=cell.month)
    return cell
