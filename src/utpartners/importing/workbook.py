"""Read the sheets of an Excel or OpenDocument workbook: xlsx, xls, ods.

The process that reads them, :mod:`.workbook_child`, reads catalogues in ods and xls, too.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn
from zipfile import ZipFile, is_zipfile

from ..errors import UsageError
from ..formats.spreadsheet_process import OLE, said_of
from ..formats.zip_limits import members, zip_errors
from ..i18n import translated
from .grid import Grid, Line, value_of
from .looks_of_sheet import marked

if TYPE_CHECKING:
    from .grid import Cell

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


def is_workbook(start: bytes) -> bool:
    """Return whether a file that begins so is a workbook, whatever its name."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", OLE))


def read_workbook(path: str, sheet: str | None) -> list[Grid]:
    """Return the visible sheets of a workbook, or the one that is named. Raises UnreadableError."""
    if is_zipfile(path):
        with zip_errors(path), ZipFile(path) as archive:
            members(archive.infolist(), path)
    grids: list[Grid] = []
    notes: list[str] = []
    marks: dict[str, Any] = {}
    lines: list[Line] = []
    for said in said_of(path, sheet or ""):
        if isinstance(said, list):
            lines.append(Line(said[0], _cells(said)))
        elif "sheet" in said:
            lines = []
            if said["hidden"] and not sheet:
                skipped = translated("The hidden sheet {sheet} was not read.")
                notes.append(skipped.format(sheet=f"'{said['sheet']}'"))
            else:
                grids.append(Grid(said["sheet"], lines))
        elif "sheets" in said:
            if sheet and not grids:
                _refuse_name(path, sheet, said["sheets"])
            notes += _of_formulas(said["formulas"])
            marks = said["marks"]
    return [
        marked(
            grid._replace(blank=_blank(grid.lines), notes=tuple(notes) if place == 0 else ()),
            marks.get(grid.name, {}),
        )
        for place, grid in enumerate(grids)
    ]


def _of_formulas(cells: list[str]) -> list[str]:
    if not cells:
        return []
    note = translated(
        "Formulas without a value were read as empty cells ({cells}). Open the workbook in a "
        "spreadsheet program and save it."
    )
    return [note.format(cells=", ".join(cells))]


def _blank(lines: list[Line]) -> int:
    return lines[-1].number - lines[0].number + 1 - len(lines) if lines else 0


def _cells(said: list[Any]) -> list[Cell]:
    return [_value(cell) for cell in said[1]]


def _value(cell: Any) -> Cell:
    if not isinstance(cell, dict):
        return value_of(cell)
    return date.fromisoformat(cell["day"]) if "day" in cell else None


def _refuse_name(path: str, sheet: str, known: list[str]) -> NoReturn:
    raise UsageError(
        translated("--sheet: {file} has no sheet {name}").format(file=path, name=f"'{sheet}'"),
        translated("Choose from: {values}.").format(values=", ".join(known)),
    )
