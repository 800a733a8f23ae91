"""A whole catalogue as an Excel workbook, a sheet for each relation, for offices that edit in it.

Text is text, also where it looks like a formula or a date: its columns have the format "Text".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..errors import UtpartnersError
from ..render.xlsx import MOST_LETTERS, MOST_ROWS, save
from ..store.tables import RELATIONS
from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store

_WIDTHS = {"name": 40, "title": 40, "text": 60, "summary": 80, "about": 80, "note": 40}
_WIDTH = 16

_CODED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot hold, and what Excel would read as the code of such a character."""


def write(store: Store, path: str, progress: Progress) -> None:
    """A sheet for each relation. Raises UtpartnersError for what Excel cannot hold."""
    try:
        import openpyxl
    except ImportError as error:
        raise UtpartnersError(
            "xlsx needs openpyxl", "Install it: python -m pip install 'utpartners[excel]'"
        ) from error
    book = openpyxl.Workbook(write_only=True)
    for relation in RELATIONS:
        sheet = book.create_sheet(relation.name)
        try:
            _fill(sheet, relation, rows(store, relation, progress))
        finally:
            sheet.close()
    with open(path, "xb") as file:
        save(book, file)


def _fill(sheet: Any, relation: Relation, rows: Iterator[Row]) -> None:
    cells = _Cells(sheet, relation)
    sheet.freeze_panes = "A2"
    sheet.append(cells.header)
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise _too_much(f"{MOST_ROWS:,} rows on a sheet, and {relation.name} has more")
        sheet.append(cells.filled(row))


class _Cells:
    """The cells that each row of a sheet is written with, one after the other."""

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
                body.number_format = setting.number_format = "@"
            self.header.append(head)
            self._row.append(body)

    def filled(self, values: Row) -> list[Any]:
        """The cells with the values of a row."""
        for cell, value in zip(self._row, values, strict=True):
            if isinstance(value, str):
                cell.value = _text(value)
                cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
            else:
                cell.value = value
        return self._row


def _text(value: str) -> str:
    text = value if value.isalnum() else _CODED.sub(lambda m: f"_x{ord(m.group()):04X}_", value)
    if len(text) > MOST_LETTERS // 2 and len(text.encode("utf-16-le")) > 2 * MOST_LETTERS:
        raise _too_much(f"{MOST_LETTERS:,} letters in a cell, and a text has more")
    return text


def _too_much(limit: str) -> UtpartnersError:
    return UtpartnersError(f"xlsx cannot hold this: Excel takes {limit}", "Use .zip or .db.")
