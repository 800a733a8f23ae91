"""Reads a catalogue from an Excel workbook with a sheet for each relation."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings

from ..diagnostics import brief_repr, did_you_mean
from ..errors import UnreadableError, UtpartnersError
from ..relations.sheet import Sheet
from ..store.tables import RELATIONS
from .guard import ROWS, GuardedZip, TooMuchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress

    Lines = Iterator[tuple[int, list[Any]]]

MOST_COLUMNS = 64
"""Columns of a sheet that are looked at; no relation has nearly as many."""


@contextmanager
def workbook_sheets(path: str, progress: Progress) -> Iterator[dict[str, Sheet]]:
    """The relations in a workbook. Raises CatalogueError where it is none."""
    try:
        import openpyxl.reader.excel
    except ImportError as error:
        raise UtpartnersError(
            f"to read {path} needs openpyxl",
            "Install it: python -m pip install 'utpartners[excel]'",
        ) from error
    try:
        # A path must end as Excel's do, a file need not. What is odd in a file is not for stderr.
        with open(path, "rb") as file, catch_warnings(action="ignore"):
            reader = openpyxl.reader.excel.ExcelReader(
                file, read_only=True, data_only=True, keep_links=False
            )
            reader.archive = GuardedZip(file)
            reader.read()
            yield _sheets(reader.wb, path, progress)
    except (UtpartnersError, MemoryError):
        raise
    except TooMuchError as error:
        raise UnreadableError(path, str(error)) from error
    except Exception as error:  # openpyxl raises whatever comes up in a file that is none
        raise UnreadableError(path, f"it is no whole workbook ({error})") from error


def _sheets(book: Any, path: str, progress: Progress) -> dict[str, Sheet]:
    known = [relation.name for relation in RELATIONS]
    found: dict[str, Sheet] = {}
    for sheet in book.worksheets:
        name = sheet.title
        if name not in known:
            hint = did_you_mean(name, known) or f"known are {', '.join(known)}"
            raise UnreadableError(path, f"unknown sheet {brief_repr(name)} ({hint})")
        found[name] = Sheet(path, partial(_lines, sheet, f"{path}:{name}", progress), name)
    return found


def _lines(sheet: Any, label: str, progress: Progress) -> Lines:
    total = sheet.max_row or 0
    sheet.reset_dimensions()  # what a file says of its size need not be so
    # openpyxl gives a row for each that a file leaves out, up to whichever it names.
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, max_row=ROWS, values_only=True)
    for number, row in enumerate(progress(rows, total, f"Reading {label}"), 1):
        if number == 1 or any(row):
            yield number, [_text(cell, label, number) for cell in row]


def _text(value: Any, label: str, number: int) -> Any:
    """A cell as the same cell of CSV: numbers as they are written, and what Excel codes decoded."""
    if value is None:
        return None
    if isinstance(value, str):
        return _decoded(value, label, number) if "_x" in value else value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return repr(value) if isinstance(value, (int, float)) else value


def _decoded(text: str, label: str, number: int) -> str:
    from openpyxl.utils.escape import unescape

    found = str(unescape(text))
    if not found.isascii() and any("\ud800" <= letter <= "\udfff" for letter in found):
        raise UnreadableError(label, "half a character (a lone surrogate)", line=number)
    return found
