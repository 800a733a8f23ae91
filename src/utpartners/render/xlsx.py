"""Excel workbooks: a table is one sheet; a card is a sheet of facts and one for each nested table.

Numbers and booleans keep their types. Everything else is text, even where it looks like a formula.
The same answer gives the same bytes.
"""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from itertools import chain, islice
from math import isfinite
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from rich.cells import cell_len

from ..answers import Card, Matrix, Table, is_empty
from ..errors import UtpartnersError
from ..extras import missing
from ..i18n import translated
from ..visible import visible
from .text import by_key, cell, names_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Answer, Row
    from . import Screen

SAMPLE = 1000
"""Rows that decide the widths, so that a table of any length is written while it is read."""
WIDEST = 60
"""Characters of the widest column; longer texts are wrapped."""
PADDING = 2
"""Characters of empty space in a column."""
BUTTON = 3
"""Characters that the button of the filter covers beside a heading."""

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_LETTERS = 32_767
"""Limits of Excel for a sheet, and for the UTF-16 units of a cell."""
EXACT = 2**53
"""Up to this number Excel, whose numbers are doubles, keeps every digit of a whole one."""

WHEN = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold. Everything in a workbook gets it, so that the same
answer gives the same bytes.
"""

PIECE = 1 << 16
"""Bytes that are handed over at once."""


def render(answer: Answer, screen: Screen) -> Iterator[bytes]:
    """Return an answer as a workbook. Raises UtpartnersError for what Excel cannot hold."""
    try:
        import openpyxl
    except ImportError as error:
        raise missing("xlsx", "openpyxl") from error
    # write_only: rows go to the disk at once, so that a table of any length needs no memory.
    return _pieces(answer, openpyxl.Workbook(write_only=True))


def _pieces(answer: Answer, book: Any) -> Iterator[bytes]:
    names = _SheetNames()
    book.properties.title = _value(answer.title)
    counted = "" if isinstance(answer, Card) else answer.counted()
    for title, headings, rows in _sheets(answer):
        sheet = book.create_sheet(names.unused(title))
        try:
            _printed(sheet, title, counted)
            _write(sheet, headings, rows)
        finally:
            sheet.close()  # else openpyxl leaves its temporary file behind after an error
    # A zip file is not written from front to back, so it cannot go to a pipe directly.
    with TemporaryFile() as file:
        save(book, file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _sheets(answer: Answer) -> Iterator[tuple[str, list[str], Iterable[Row]]]:
    """Yield title, headings and rows of each sheet."""
    if not isinstance(answer, Card):
        # The cells of a matrix are marks: its columns have an order of their own.
        named = answer if isinstance(answer.shape, Matrix) else names_first(answer)
        yield answer.title, [column.title for column in named.columns], named
        return
    values = by_key(answer.columns, answer.row)
    filled = [column for column in answer.columns if not is_empty(values[column.key])]
    facts = [(c.title, values[c.key]) for c in filled if c.kind != "records"]
    yield answer.title, [translated("Field"), translated("Value")], facts
    for column in filled:
        if column.kind == "records":
            nested = names_first(Table(column.columns, values[column.key]))
            yield column.title, [inner.title for inner in nested.columns], nested


class _SheetNames:
    """Hands out names for sheets: as Excel allows them, and each only once."""

    def __init__(self) -> None:
        self._used = {"history"}  # reserved by Excel for its list of changes

    def unused(self, title: str) -> str:
        """Return an unused name for a sheet with this title."""
        text = re.sub(r"[\[\]:*?/\\]+", " ", visible(title))
        text = " ".join(text.split()) or "utpartners"
        name, number = _sheet_name(text), 1
        # For Excel, names that differ only in case are the same.
        while name.casefold() in self._used:
            number += 1
            name = _sheet_name(text, f" {number}")
        self._used.add(name.casefold())
        return name


def _sheet_name(text: str, ending: str = "") -> str:
    """Return text and ending, cut to the 31 units of UTF-16 that Excel allows."""
    room = 31 - len(ending)
    cut = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    # Excel refuses a name with an apostrophe at either end.
    return (cut.strip("' ") or "utpartners") + ending


A4 = 9
"""What Excel calls this paper."""

MOST_PRINTED = 100
"""Characters of the title of a sheet on paper; Excel allows 255 for a whole header."""


def _printed(sheet: Any, title: str, counted: str) -> None:
    """Set how a sheet is printed: in landscape, one page wide, with title, heading and number.

    On the sheet itself they would be in the way of filters, and of programs that read it.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    said = "\n".join(visible(one)[:MOST_PRINTED] for one in (title, counted) if one)
    if text := _value(said):
        # An ampersand is a code in a header.
        sheet.oddHeader.left.text = text.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def _write(sheet: Any, headings: Sequence[str], rows: Iterable[Row]) -> None:
    from openpyxl.utils import get_column_letter

    if len(headings) > MOST_COLUMNS:
        raise _too_much(translated("{count:,} columns", count=MOST_COLUMNS))
    values = ([_value(value) for value in row] for row in rows)
    sample = list(islice(values, SAMPLE))
    columns = [[row[place] for row in sample] for place in range(len(headings))]
    widths = [max(map(_width, column), default=0) for column in columns]
    for number, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        needed = max(cell_len(heading) + BUTTON, width)
        sheet.column_dimensions[get_column_letter(number)].width = min(needed, WIDEST) + PADDING
    # The headings stay in view.
    sheet.freeze_panes = "A2"
    broken = [any("\n" in str(value) for value in column) for column in columns]
    wrapped = [width > WIDEST or lines for width, lines in zip(widths, broken, strict=True)]
    cells = _StyledCells(sheet, wrapped)
    sheet.append(cells.header([_value(heading) for heading in headings]))
    length = 1
    for length, row in enumerate(chain(sample, values), 2):
        if length > MOST_ROWS:
            raise _too_much(translated("{count:,} rows, the header included", count=MOST_ROWS))
        sheet.append(cells.row(row))
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{length}"


def _width(value: Any) -> int:
    return 0 if value is None else max(map(cell_len, str(value).split("\n")))


def _too_much(limit: str) -> UtpartnersError:
    return UtpartnersError(
        translated("too large for xlsx: Excel takes at most {limit}", limit=limit),
        translated("Use csv: -f csv"),
    )


_ENCODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as the code of a character, such as ``_x000D_``."""
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML does not allow besides control characters."""


def _value(value: Any) -> Any:
    """Return a value for a cell: a number, a boolean, None, or text without control characters."""
    if isinstance(value, (bool, type(None))):
        return value
    # Excel has neither infinity nor NaN, which become text.
    if isinstance(value, (int, float)) and isfinite(value) and abs(value) <= EXACT:
        return value
    text = "\n".join(visible(line) for line in cell(value).split("\n"))
    text = _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found.group()):x}", text)
    text = _ENCODED.sub("_x005F_", text)
    if len(text.encode("utf-16-le")) > 2 * MOST_LETTERS:
        raise _too_much(translated("{count:,} letters in a cell", count=MOST_LETTERS))
    return text or None


class _StyledCells:
    """The cells of a header and a row, which are filled anew for each row of a sheet.

    Making new cells with their styles for each row would be slow. Text is at the top of its cell,
    and wrapped where its column is not wide enough.
    """

    def __init__(self, sheet: Any, wrapped: Sequence[bool]) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        self._header = [WriteOnlyCell(sheet) for _ in wrapped]
        self._row = [WriteOnlyCell(sheet) for _ in wrapped]
        for head, body, wraps in zip(self._header, self._row, wrapped, strict=True):
            head.font = Font(bold=True)
            body.alignment = Alignment(vertical="top", wrap_text=wraps)

    def header(self, texts: Sequence[Any]) -> list[Any]:
        return _filled(self._header, texts)

    def row(self, values: Sequence[Any]) -> list[Any]:
        return _filled(self._row, values)


def _filled(cells: list[Any], values: Sequence[Any]) -> list[Any]:
    for place, value in zip(cells, values, strict=True):
        place.value = value
        if isinstance(value, str):
            # openpyxl would take "=…" for a formula and "#N/A" for an error.
            place.data_type = "s"
    return cells


class _UndatedZip(ZipFile):
    """A zip file in which everything has the same time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(_zip_entry(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        # force_zip64: whether a sheet is larger than 2 GiB is only known when it is written.
        with (
            open(filename, "rb") as file,
            self.open(_zip_entry(arcname), "w", force_zip64=True) as to,
        ):
            shutil.copyfileobj(file, to)


def _zip_entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, WHEN)
    entry.compress_type = ZIP_DEFLATED
    return entry


def save(book: Any, file: IO[bytes]) -> None:
    """Write a workbook; the same workbook always gives the same bytes."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = datetime(*WHEN)
    with _UndatedZip(file, "w", ZIP_DEFLATED) as archive:  # closed also where the disk is full
        ExcelWriter(book, archive).save()
