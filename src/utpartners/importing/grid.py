"""The cells of a sheet as they stand in its file, before anything is made of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Cell = str | float | bool | date | None
"""Text, a number, a truth value or a day; None where the cell is empty."""

MOST_ROWS = 200_000
"""Rows with something in them that are read of a sheet."""

MOST_COLUMNS = 1_000
"""Columns with something in them that are read of a sheet."""

LONGEST_CELL = 32_767
"""Letters of the longest cell, as in Excel."""


class Line(NamedTuple):
    """A row with something in it."""

    number: int
    """The number that people see beside it, from 1."""
    cells: list[Cell]
    is_struck: bool = False
    """Whether most of it is struck through."""


class Grid(NamedTuple):
    """A sheet: the rows that have something in them."""

    name: str
    """The name of the sheet; empty where the file has only one."""
    lines: list[Line]
    blank: int = 0
    """Rows before the last one with nothing in them."""
    notes: tuple[str, ...] = ()
    """What there is to say about how the sheet was read."""


def value_of(cell: Cell) -> Cell:
    """Return a cell without what cannot be seen at its ends; None where nothing is left."""
    if not isinstance(cell, str):
        return cell
    return cell.strip(" \t\r\n\xa0\u3000\ufeff\u200b") or None


def text_of(cell: Cell) -> str:
    """Return what a cell says as text: a whole number without decimals, a day as ISO writes it."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)
