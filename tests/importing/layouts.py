"""Writes dirty rows in the layouts that lists have: as text, and in seven ways as a workbook."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import openpyxl

from .dirty_sheets import COUNTRIES, KINDS

if TYPE_CHECKING:
    from .dirty_sheets import Maker, Row


def as_csv(maker: Maker, rows: list[Row]) -> bytes:
    """Return a list as text: a title, a header, rows with blank ones, a total and a note."""
    language = maker.language
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=language.separator)
    writer.writerow(["Kita University 2024"])
    writer.writerow([])
    writer.writerow(language.headers.values())
    for place, row in enumerate(rows):
        if place and place % 40 == 0:
            writer.writerow([""] * len(language.headers))
        writer.writerow([row.cells[field] for field in language.headers])
    writer.writerow(["", "Total", "", len(rows)])
    writer.writerow([])
    writer.writerow(["* see the file of the partner"])
    return buffer.getvalue().encode(language.encoding)


def as_workbook(maker: Maker, rows: list[Row], path: str, layout: str) -> None:
    """Write a list as a workbook in one of several layouts."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "List"
    headers = maker.language.headers
    if layout in _ON_ONE_SHEET:
        _ON_ONE_SHEET[layout](sheet, headers, rows)
    else:
        {"sheets": _sheets, "countries": _countries}[layout](book, headers, rows)
    book.save(path)


def _sheets(book: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write half of the rows on a second sheet; a third one has nothing of use."""
    book.create_sheet("Rest")
    book.create_sheet("Read me").append(["Nothing here is a list."])
    for name, part in (("List", rows[: len(rows) // 2]), ("Rest", rows[len(rows) // 2 :])):
        book[name].append(list(headers.values()))
        for row in part:
            book[name].append([row.cells[field] for field in headers])


def _merged(sheet: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write partner and country once for the rows of a partner that follow each other."""
    sheet.append(["List of agreements"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headers))
    sheet.append(list(headers.values()))
    start = 3
    ordered = sorted(rows, key=lambda row: row.partner)
    for place, row in enumerate(ordered, 3):
        cells = {**row.cells, "partner": row.partner}
        sheet.append([cells[field] for field in headers])
        is_last = place - 2 == len(ordered) or ordered[place - 2].partner != row.partner
        if is_last:
            if place > start:
                for column in (2, 3):
                    sheet.merge_cells(
                        start_row=start, start_column=column, end_row=place, end_column=column
                    )
            start = place + 1


def _two_headers(sheet: Any, headers: dict[str, str], rows: list[Row]) -> None:
    sheet.append(
        [
            "",
            headers["partner"],
            headers["country"],
            "Agreement",
            "",
            "",
            "",
            headers["department"],
            "",
        ]
    )
    sheet.append(["No.", "", "", "Type", "Date signed", "Valid until", "Renewal", "", "Remarks"])
    sheet.merge_cells("D1:G1")
    for row in rows:
        sheet.append([row.cells[field] for field in headers])


def _headings(sheet: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write a heading for each country in place of a column for it."""
    fields = [field for field in headers if field != "country"]
    sheet.append([headers[field] for field in fields])
    for code in dict.fromkeys(row.country for row in rows):
        sheet.append([COUNTRIES[code][0]])
        for row in (row for row in rows if row.country == code):
            sheet.append([row.cells[field] for field in fields])


def _first_row_only(sheet: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write partner and country in the first row of a partner; further ones have ditto marks."""
    sheet.append(list(headers.values()))
    before = None
    for row in sorted(rows, key=lambda row: row.partner):
        cells = {**row.cells, "partner": row.partner}
        if row.partner == before:
            cells |= {"partner": "〃", "country": "ditto"}
        before = row.partner
        sheet.append([cells[field] for field in headers])


def _columns_of_kinds(sheet: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write the dates of each kind of agreement into columns of their own."""
    plain = [field for field in headers if field not in ("kind", "signed", "ends")]
    kinds = {kind: names[0] for kind, names in KINDS.items()}
    dated = [f"{name} {what}" for name in kinds.values() for what in ("date", "expiry")]
    sheet.append([*(headers[field] for field in plain), *dated])
    for row in rows:
        kind = row.agreements[0]["kind"]
        dates = [
            row.cells[field] if one == kind else None
            for one in kinds
            for field in ("signed", "ends")
        ]
        sheet.append([*(row.cells[field] for field in plain), *dates])


def _countries(book: Any, headers: dict[str, str], rows: list[Row]) -> None:
    """Write a sheet for each country, which is called after it and has no column for it."""
    fields = [field for field in headers if field != "country"]
    book.remove(book.worksheets[0])
    for code in dict.fromkeys(row.country for row in rows):
        sheet = book.create_sheet(COUNTRIES[code][1])
        sheet.append([headers[field] for field in fields])
        for row in (row for row in rows if row.country == code):
            sheet.append([row.cells[field] for field in fields])


_ON_ONE_SHEET = {
    "merged": _merged,
    "two headers": _two_headers,
    "headings": _headings,
    "first row only": _first_row_only,
    "columns of kinds": _columns_of_kinds,
}
