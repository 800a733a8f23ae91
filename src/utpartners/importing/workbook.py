"""Read the sheets of an Excel or OpenDocument workbook: xlsx, xls, ods.

python-calamine reads all three, with real dates. It runs in a process of its own, see
:mod:`.workbook_child`, as a workbook may come from anyone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn
from zipfile import ZipFile, is_zipfile

from ..errors import UnreadableError, UsageError
from ..extras import missing
from ..formats.zip_limits import members, zip_errors
from ..i18n import translated
from .grid import Grid, Line, value_of
from .looks_of_sheet import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .grid import Cell

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old xls file begins, and an xlsx file with a password too."""


def is_workbook(start: bytes) -> bool:
    """Return whether a file that begins so is a workbook, whatever its name."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def read_workbook(path: str, sheet: str | None) -> list[Grid]:
    """Return the visible sheets of a workbook, or the one that is named. Raises UnreadableError."""
    if is_zipfile(path):
        with zip_errors(path), ZipFile(path) as archive:
            members(archive.infolist(), path)
    grids: list[Grid] = []
    notes: list[str] = []
    marks: dict[str, Any] = {}
    lines: list[Line] = []
    for said in _read(path, sheet or ""):
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
        else:
            _refuse(path, said)
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
    return [
        date.fromisoformat(cell["day"]) if isinstance(cell, dict) else value_of(cell)
        for cell in said[1]
    ]


def _read(path: str, sheet: str) -> Iterator[Any]:
    """Yield what the process that reads the workbook says. Raises UnreadableError if it dies."""
    command = [sys.executable, "-m", "utpartners.importing.workbook_child", path, sheet]
    with subprocess.Popen(  # noqa: S603 no shell
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="ascii"
    ) as process:
        if process.stdout is not None:
            yield from map(json.loads, process.stdout)
    if process.returncode:
        raise UnreadableError(
            path, translated("too large for a list, or damaged: reading it was given up")
        )


def _refuse(path: str, said: dict[str, Any]) -> NoReturn:
    if said["error"] == "missing":
        raise missing(translated("reading {path}", path=path), "python-calamine")
    with open(path, "rb") as file:
        is_ole = file.read(len(_OLE)) == _OLE
    if said["error"] == "PasswordError" or (is_ole and not path.lower().endswith(".xls")):
        raise UnreadableError(
            path,
            translated("the workbook is protected by a password"),
            translated("Save it without one, or save the sheet as CSV."),
        )
    if said["error"] == "excess":
        what, count, *row = said["of"]
        raise UnreadableError(path, _too_much(what, count), line=row[0] if row else None)
    if said["error"] == "MemoryError":
        raise UnreadableError(path, translated("too large for a list"))
    raise UnreadableError(path, said["what"] or said["error"])


def _too_much(what: str, count: int) -> str:
    """Return what a sheet has too much of, in the words of :mod:`.delimited`."""
    patterns = {
        "columns": translated("{count} columns, more than a list has"),
        "rows": translated("more than {count} rows"),
        "letters": translated("a cell of {count} letters"),
    }
    return patterns[what].format(count=f"{count:,}")


def _refuse_name(path: str, sheet: str, known: list[str]) -> NoReturn:
    raise UsageError(
        translated("--sheet: {file} has no sheet {name}").format(file=path, name=f"'{sheet}'"),
        translated("Choose from: {values}.").format(values=", ".join(known)),
    )
