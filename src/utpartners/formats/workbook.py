"""A catalogue as an Excel workbook, a sheet for each relation, for offices that edit in it.

Text is text, also where it looks like a formula or a date: its columns have the format "Text".
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings

from ..diagnostics import brief_repr, did_you_mean, with_hint
from ..errors import UnreadableError, UtpartnersError
from ..extras import missing
from ..i18n import translated
from ..store.tables import RELATIONS
from .load import load
from .rows import rows
from .sheets import CellFault, Sheet, Sheets, header_name
from .shown_cells import EXACTNESS, exactness
from .xlsx_limits import ROWS, GuardedZip, TooMuchError
from .zip_limits import members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store
    from .input_file import InputFile

    Lines = Iterator[tuple[int, list[Any]]]

MOST_COLUMNS = 64
"""Columns of a sheet that are looked at; no relation has nearly as many."""

_WIDTHS = {"name": 40, "title": 40, "text": 60, "summary": 80, "about": 80, "note": 40}
_WIDTH = 16

_CODED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot hold, and what Excel would read as the code of such a character."""


def read(source: InputFile, progress: Progress) -> Store:
    """Return the catalogue in a workbook. Raises CatalogueError."""
    with sheets(source, progress) as found:
        return load(found, source.path, progress)


@contextmanager
def sheets(source: InputFile, progress: Progress) -> Iterator[Sheets]:
    """Give the relations, to be read while the context lasts. Raises CatalogueError."""
    path = source.path
    try:
        import openpyxl.reader.excel
    except ImportError as error:
        raise missing(translated("reading {path}", path=path), "openpyxl") from error
    try:
        # A file object may have any name, while openpyxl refuses a path that ends as no workbook
        # does. It warns of whatever it does not know in a file, which is not for stderr.
        with catch_warnings(action="ignore"):
            file = source.rewound()
            reader = openpyxl.reader.excel.ExcelReader(
                file, read_only=True, data_only=True, keep_links=False
            )
            reader.archive = GuardedZip(file)
            members(reader.archive.infolist(), path)
            reader.read()
            yield _sheets(reader.wb, path, progress)
    except (UtpartnersError, MemoryError):
        raise
    except TooMuchError as error:
        raise UnreadableError(path, str(error)) from error
    except Exception as error:  # openpyxl raises whatever comes up in a file that is none
        raise UnreadableError(
            path, translated("not a complete Excel workbook ({error})", error=error)
        ) from error


def _sheets(book: Any, path: str, progress: Progress) -> Sheets:
    tables = [
        (sheet.title, partial(_lines, sheet, f"{path}:{sheet.title}", progress))
        for sheet in book.worksheets
    ]
    return relations(path, tables)


def relations(path: str, tables: Sequence[tuple[str, Callable[[], Lines]]]) -> Sheets:
    """Return the relations that the sheets of a file are, each with its title and lines.

    Raises UnreadableError for two sheets of one relation, and for one that is misspelt.
    """
    known = [relation.name for relation in RELATIONS]
    found = Sheets()
    for title, lines in tables:
        name = header_name(title)
        read = Sheet(path, lines, title, may_have_more=True)
        if name in found:
            what = translated("two sheets for the table {name}", name=brief_repr(name))
            raise UnreadableError(path, what)
        if name in known:
            found[name] = read
        elif hint := did_you_mean(name, known):
            what = translated("unknown sheet {name}", name=brief_repr(title))
            raise UnreadableError(path, with_hint(what, hint))
        elif any(any(cells) for _, cells in lines()):
            found.own.append(read.place(None))
    return found


def _lines(sheet: Any, label: str, progress: Progress) -> Lines:
    total = sheet.max_row or 0
    # openpyxl cuts rows to the dimensions that a file claims, and some programs claim A1 for all.
    sheet.reset_dimensions()
    formulas = sheet.parent._archive.formulas_without_result(sheet._worksheet_path)
    # It also makes an empty row for each that a file leaves out, up to the number of the next one,
    # and an empty cell likewise: without limits a single far cell would take for ever.
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, max_row=ROWS)
    for number, row in enumerate(
        progress(rows, total, translated("Reading {label}", label=label)), 1
    ):
        cells = [_read(cell, label, number, formulas) for cell in row]
        if number == 1 or any(cells):
            yield number, cells


def _read(cell: Any, label: str, number: int, formulas: set[str]) -> Any:
    """Return a cell as the same cell of CSV, a CellFault where it has an error and no value."""
    value = cell.value
    if value is None:
        if formulas and cell.data_type == "n" and getattr(cell, "row", None):
            return formula_fault(cell.coordinate) if cell.coordinate in formulas else None
        return None
    if isinstance(value, str):
        return _text_cell(cell, value, label, number)
    if isinstance(value, (bool, int, float)):
        return number_text(value)
    return date_text(value, cell.number_format)


def number_text(value: float) -> str:
    """Return a number or truth value as a cell of CSV has it."""
    if isinstance(value, bool):
        return str(value).lower()
    # Excel has no whole numbers: a year that was typed comes as 2019.0 from some programs.
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return repr(value)


def formula_fault(coordinate: str) -> CellFault:
    """Return what is wrong with a cell whose formula no program has computed."""
    what = translated("the formula in cell {cell} has no stored result", cell=coordinate)
    hint = translated("open the workbook in Excel or LibreOffice and save it")
    return CellFault(with_hint(what, hint))


def error_fault(coordinate: str, error: str) -> CellFault:
    """Return what is wrong with a cell that shows an error, such as ``#N/A``."""
    return CellFault(
        translated("the cell {cell} has the error {error}", cell=coordinate, error=error)
    )


def _text_cell(cell: Any, text: str, label: str, number: int) -> str | CellFault | None:
    if cell.data_type == "e":
        return error_fault(cell.coordinate, text)
    if text.isspace():
        return None
    return _decoded(text, label, number) if "_x" in text else text


def date_text(value: Any, format: str) -> str:
    """Return a date or a time of Excel as text, as exactly as its cell shows it.

    Excel makes the first day of a month of 2021-03, and shows "Mar-21".
    """
    if not isinstance(value, datetime) or value.time() != time():
        return str(value)
    return value.date().isoformat()[: EXACTNESS.get(exactness(format))]


def _decoded(text: str, label: str, number: int) -> str:
    """Return a text with the codes such as ``_x000D_`` as the characters that they stand for."""
    from openpyxl.utils.escape import unescape

    found = str(unescape(text))
    if not found.isascii() and any("\ud800" <= letter <= "\udfff" for letter in found):
        raise UnreadableError(
            label, translated("a cell contains half a character (a lone surrogate)"), line=number
        )
    return found


def write(store: Store, path: str, progress: Progress) -> None:
    """Write a new file with a sheet for each relation.

    Raises UtpartnersError for what Excel cannot hold.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise missing("xlsx", "openpyxl") from error
    from ..render.xlsx import save

    book = openpyxl.Workbook(write_only=True)
    for relation in RELATIONS:
        sheet = book.create_sheet(relation.name)
        try:
            _fill(sheet, relation, rows(store, relation, progress))
        finally:
            sheet.close()  # also on errors: its temporary file stays open until then
    with open(path, "xb") as file:
        save(book, file)


def _fill(sheet: Any, relation: Relation, rows: Iterator[Row]) -> None:
    from ..render.xlsx import MOST_ROWS

    cells = _Cells(sheet, relation)
    sheet.freeze_panes = "A2"
    sheet.append(cells.header)
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise _too_much(
                translated(
                    "{count:,} rows on a sheet, and {name} has more",
                    count=MOST_ROWS,
                    name=relation.name,
                )
            )
        sheet.append(cells.filled(row))


class _Cells:
    """The cells that each row of a sheet is written with, one after the other.

    A sheet that is only written keeps no cell, so that the same ones serve for every row.
    """

    def __init__(self, sheet: Any, relation: Relation) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        self.header = []
        self._row = []
        for number, column in enumerate(relation.columns, 1):
            head, body = WriteOnlyCell(sheet, column.name), WriteOnlyCell(sheet)
            head.font = Font(bold=True)
            setting = sheet.column_dimensions[get_column_letter(number)]
            setting.width = _WIDTHS.get(column.name, _WIDTH)
            if column.kind == "string":
                # Of the column, too: Excel then takes what is typed below the rows as text.
                body.number_format = setting.number_format = "@"
            self.header.append(head)
            self._row.append(body)

    def filled(self, values: Row) -> list[Any]:
        """Return the cells with the values of a row."""
        for cell, value in zip(self._row, values, strict=True):
            if isinstance(value, str):
                cell.value = _written(value)
                cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
            else:
                cell.value = value
        return self._row


def _written(value: str) -> str:
    """Return a text with codes such as ``_x000D_`` for what a cell cannot hold otherwise."""
    from ..render.xlsx import MOST_LETTERS

    text = value if value.isalnum() else _CODED.sub(lambda m: f"_x{ord(m.group()):04X}_", value)
    # Excel counts in UTF-16, where a letter may take two.
    if len(text) > MOST_LETTERS // 2 and len(text.encode("utf-16-le")) > 2 * MOST_LETTERS:
        raise _too_much(
            translated("{count:,} letters in a cell, and a text has more", count=MOST_LETTERS)
        )
    return text


def _too_much(limit: str) -> UtpartnersError:
    return UtpartnersError(
        translated("too large for xlsx: Excel takes at most {limit}", limit=limit),
        translated("Write .zip or .db instead."),
    )
