"""What an import says of the rows of a list, and rows as CSV and as a workbook."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

import openpyxl

if TYPE_CHECKING:
    from utpartners.importing.importer import Import

HEADER = ["Partner", "Country", "Type", "Signed", "Until"]


def csv_of(rows: list[list[Any]]) -> str:
    """Return rows as CSV, in which a date is an ISO date and no value is an empty cell."""
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def book_of(rows: list[list[Any]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    return book


def said_of(found: Import) -> list[tuple[str, list[str]]]:
    """Return the state of each row, and its agreements in a line each."""
    return [(row[1], row[4]) for row in found.answer()]


def looks_of(found: Import) -> list[str]:
    return [look.sentence for entry in found.entries for look in entry.looks]
