"""Tell what a sheet says by its looks, which the values of its cells do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .grid import Grid

FEW = 0.4
"""Share of rows up to which a colour may mean something: where more have one, it is decoration."""


def marked(grid: Grid, marks: Mapping[str, Any]) -> Grid:
    """Return a sheet with its rows that are struck through, and notes of the rest.

    ``marks`` are those of :mod:`.workbook_marks`; none for files that have no looks.
    """
    if not marks:
        return grid
    struck = {int(row): count for row, count in marks["struck"].items()}
    lines = [
        line._replace(is_struck=True)
        if struck.get(line.number, 0) * 2 > sum(cell is not None for cell in line.cells)
        else line
        for line in grid.lines
    ]
    return grid._replace(lines=lines, notes=(*grid.notes, *_notes(grid, marks)))


def _notes(grid: Grid, marks: Mapping[str, Any]) -> list[str]:
    filled = {line.number for line in grid.lines}
    hidden = [row for row in marks["hidden"] if row in filled]
    coloured = [row for row in marks["coloured"] if row in filled]
    notes = []
    if hidden:
        notes.append(_said(_of_hidden(), hidden))
    if marks["columns"]:
        letters = [_letter(place) for place in marks["columns"]]
        notes.append(_said(_of_columns(), letters))
    if coloured and len(coloured) <= FEW * len(filled):
        notes.append(_said(_of_colours(), coloured))
    if marks["comments"]:
        notes.append(_said(_of_comments(), marks["comments"]))
    return notes


def _letter(place: int) -> str:
    from .layout import letter_of

    return letter_of(place - 1)


def _said(patterns: tuple[str, str], places: Sequence[object]) -> str:
    shown = translated(", ").join(map(str, places[:8])) + (" …" if len(places) > 8 else "")
    return patterns[len(places) > 1].format(places=shown)


def _of_hidden() -> tuple[str, str]:
    return (
        translated("Row {places} is hidden in the sheet, and was read all the same."),
        translated("Rows {places} are hidden in the sheet, and were read all the same."),
    )


def _of_columns() -> tuple[str, str]:
    return (
        translated("Column {places} is hidden in the sheet, and was read all the same."),
        translated("Columns {places} are hidden in the sheet, and were read all the same."),
    )


def _of_colours() -> tuple[str, str]:
    return (
        translated("Row {places} has a colour. If it means something, add a column for it."),
        translated("Rows {places} have a colour. If it means something, add a column for it."),
    )


def _of_comments() -> tuple[str, str]:
    return (
        translated("The comment on cell {places} was not read."),
        translated("The comments on cells {places} were not read."),
    )
