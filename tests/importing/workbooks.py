"""Writes the same rows as a workbook of each kind that offices have: xlsx, xls, ods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

Sheets = dict[str, list[list[Any]]]
"""Rows by the name of their sheet."""

Merged = Sequence[tuple[int, int, int, int]]
"""First row, first column, last row and last column of ranges of the first sheet, from 0."""


def write(path: Path, sheets: Sheets, merged: Merged = ()) -> None:
    """Write a workbook; its suffix says of which kind."""
    {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods}[path.suffix](path, sheets, merged)


def _xlsx(path: Path, sheets: Sheets, merged: Merged) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for top, left, bottom, right in merged:
        book.worksheets[0].merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    book.save(path)


def _xls(path: Path, sheets: Sheets, merged: Merged) -> None:
    book = xlwt.Workbook()
    days = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for place, (name, rows) in enumerate(sheets.items()):
        sheet = book.add_sheet(name)
        covered = {
            (row, column)
            for top, left, bottom, right in (() if place else merged)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is None or (number, column) in covered:
                    continue
                if isinstance(cell, date):
                    sheet.write(number, column, cell, days)
                else:
                    sheet.write(number, column, cell)
        for top, left, bottom, right in () if place else merged:
            sheet.write_merge(top, bottom, left, right, rows[top][left])
    book.save(str(path))


def _ods(path: Path, sheets: Sheets, merged: Merged) -> None:
    document = OpenDocumentSpreadsheet()
    for place, (name, rows) in enumerate(sheets.items()):
        table = Table(name=name)
        spans = {(top, left): (bottom, right) for top, left, bottom, right in merged}
        for number, row in enumerate(rows):
            line = TableRow()
            for column, cell in enumerate(row):
                line.addElement(_ods_cell(cell, number, column, {} if place else spans))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    document.save(str(path))


def _ods_cell(
    cell: Any, row: int, column: int, spans: dict[tuple[int, int], tuple[int, int]]
) -> Any:
    for (top, left), (bottom, right) in spans.items():
        if top <= row <= bottom and left <= column <= right and (row, column) != (top, left):
            return CoveredTableCell()
    more = {}
    if (row, column) in spans:
        bottom, right = spans[row, column]
        more = {"numberrowsspanned": bottom - row + 1, "numbercolumnsspanned": right - column + 1}
    if isinstance(cell, date):
        return TableCell(valuetype="date", datevalue=cell.isoformat(), **more)
    if isinstance(cell, (int, float)):
        return TableCell(valuetype="float", value=cell, **more)
    found = TableCell(valuetype="string", **more)
    for text in () if cell is None else str(cell).split("\n"):
        found.addElement(P(text=text))
    return found
