"""Makes ods and xls files of the sheets of a workbook, as LibreOffice and old Excel save them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import xlwt
from odf import number, style, table, text
from odf.opendocument import OpenDocumentSpreadsheet

if TYPE_CHECKING:
    from pathlib import Path

    Rows = dict[str, list[list[Any]]]


ERRORS = {"#N/A": 0x2A}
"""The codes of errors in xls files."""


class Formula(str):
    """A formula that no program has computed."""


class Fault(str):
    """A cell that shows an error, such as ``#N/A``."""


class Month(date):
    """A day of which a cell shows month and year."""


def rows_of(path: Path) -> Rows:
    """The cells of a workbook, to be changed before they are saved in another format."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book}


def save_ods(rows: Rows, path: Path) -> Path:
    book = OpenDocumentSpreadsheet()
    month = number.DateStyle(name="M")
    month.addElement(number.Year(style="long"))
    month.addElement(number.Month(style="long"))
    book.automaticstyles.addElement(month)
    cells = style.Style(name="month", family="table-cell", datastylename="M")
    book.automaticstyles.addElement(cells)
    for title, lines in rows.items():
        sheet = table.Table(name=title)
        book.spreadsheet.addElement(sheet)
        for line in lines:
            row = table.TableRow()
            sheet.addElement(row)
            for value in line:
                row.addElement(_ods_cell(value))
    book.save(str(path))
    return path


def _ods_cell(value: Any) -> Any:
    shown = "" if value is None else str(value)
    attributes: dict[str, str] = {"valuetype": "string"}
    if value is None:
        return table.TableCell()
    if isinstance(value, Formula):
        return table.TableCell(formula=f"of:{value}")
    if isinstance(value, Fault):
        attributes = {"formula": "of:=NA()", "valuetype": "float", "value": "0"}
    elif isinstance(value, bool):
        attributes = {"valuetype": "boolean", "booleanvalue": str(value).lower()}
    elif isinstance(value, (int, float)):
        attributes = {"valuetype": "float", "value": str(value)}
    elif isinstance(value, date):
        attributes = {"valuetype": "date", "datevalue": value.isoformat()}
        if isinstance(value, Month):
            attributes["stylename"] = "month"
    cell = table.TableCell(**attributes)
    cell.addElement(text.P(text=shown))
    return cell


def save_xls(rows: Rows, path: Path) -> Path:
    book = xlwt.Workbook()
    formats: dict[type, Any] = {Month: xlwt.easyxf(num_format_str="MMM-YY")}
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for title, lines in rows.items():
        sheet = book.add_sheet(title)
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if isinstance(value, Fault):
                    sheet.row(row).set_cell_error(column, ERRORS[value])
                elif isinstance(value, date):
                    sheet.write(row, column, value, formats.get(type(value), day))
                elif value is not None:
                    sheet.write(row, column, value)
    book.save(str(path))
    return path
