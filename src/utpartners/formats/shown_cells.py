"""What an ods or xls file says of its cells besides their values, which python-calamine leaves out.

These are the cells with an error or with a formula that no program has computed, and the dates of
which a cell shows only the month or the year, as ``2021-03`` does that somebody typed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import IO, TYPE_CHECKING, Any
from xml.parsers import expat
from zipfile import ZipFile, is_zipfile

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

Facts = dict[str, dict[tuple[int, int], str]]
"""By sheet, row and column from 0: ``month`` or ``year`` of a date, ``formula``, or an error."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|(Err|Fehler|エラー):[0-9]+")
_NOT_PATTERN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.')
"""What stands in the format of a cell and is no part of a date: a locale, a text, a character."""

EXACTNESS = {"year": 4, "month": 7}
"""Characters of a day that a cell shows of a date."""

MOST = 100_000
"""Cells that are told of at most."""


def cell_facts(path: str) -> Facts:
    """Return the facts of a file; none for one of another form. Raises ImportError without xlrd."""
    with open(path, "rb") as file:
        start = file.read(len(_OLE))
    if start == _OLE:
        return _collected(_of_xls(path))
    if not is_zipfile(path):
        return {}
    with ZipFile(path) as archive:
        names = archive.namelist()
        if "content.xml" not in names:
            return {}
        reader = _Ods()
        for name in ("styles.xml", "content.xml"):
            if name in names:
                with archive.open(name) as part:
                    reader.read(part)
    return _collected(iter(reader.found))


def _collected(found: Iterator[tuple[str, int, int, str]]) -> Facts:
    facts: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for sheet, row, column, what in found:
        facts[sheet][row, column] = what
    return facts


def coordinate(row: int, column: int) -> str:
    """Return the name of a cell, such as ``A6``, of its row and column from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def exactness(pattern: str) -> str:
    """Return which part of a date a format of Excel shows: ``day``, ``month`` or ``year``."""
    shown = _NOT_PATTERN.sub("", pattern.lower())
    return "day" if "d" in shown or "y" not in shown else "month" if "m" in shown else "year"


def _of_xls(path: str) -> Iterator[tuple[str, int, int, str]]:
    import os

    import xlrd

    with open(os.devnull, "w") as nowhere:
        book = xlrd.open_workbook(path, logfile=nowhere, formatting_info=True)
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            for column, kind in enumerate(sheet.row_types(row)):
                if kind == xlrd.XL_CELL_ERROR:
                    code = sheet.cell_value(row, column)
                    yield sheet.name, row, column, xlrd.error_text_from_code.get(code, "#?")
                elif kind == xlrd.XL_CELL_DATE:
                    style = book.xf_list[sheet.cell_xf_index(row, column)]
                    shown = exactness(book.format_map[style.format_key].format_str)
                    if shown != "day":
                        yield sheet.name, row, column, shown


class _Ods:
    """Reads the parts of an OpenDocument spreadsheet one after the other, holding no table."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, int, str]] = []
        self._dates: dict[str, set[str]] = {}
        """What a date style shows: day, month, year."""
        self._styles: dict[str, str] = {}
        """The date style of a cell style."""
        self._columns: list[tuple[int, str]] = []
        """The default cell styles of the columns, each with how many columns have it."""
        self._date = ""
        self._sheet = ""
        self._row = self._column = 0
        self._repeated = 1
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []

    def read(self, part: IO[bytes]) -> None:
        """Read a part. Raises expat.ExpatError or ValueError for what is none."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse_entities
        parser.ParseFile(part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "number:date-style":
                self._date = attributes.get("style:name", "")
                self._dates[self._date] = set()
            case "number:day" | "number:month" | "number:year" if self._date:
                self._dates[self._date].add(name.partition(":")[2])
            case "style:style" if "style:data-style-name" in attributes:
                style = attributes["style:data-style-name"]
                self._styles[attributes.get("style:name", "")] = style
            case "table:table":
                self._sheet = attributes.get("table:name", "")
                self._row, self._columns = 0, []
            case "table:table-column":
                style = attributes.get("table:default-cell-style-name", "")
                self._columns.append((_count(attributes, "columns"), style))
            case "table:table-row":
                self._column, self._repeated = 0, _count(attributes, "rows")
            case "table:table-cell" | "table:covered-table-cell":
                self._cell, self._text = attributes, []

    def _end(self, name: str) -> None:
        if name == "number:date-style":
            self._date = ""
        elif name in ("table:table-cell", "table:covered-table-cell") and self._cell is not None:
            what = self._fact(self._cell, "".join(self._text).strip())
            if what and len(self.found) < MOST:
                self.found.append((self._sheet, self._row, self._column, what))
            self._column += _count(self._cell, "columns")
            self._cell = None
        elif name == "table:table-row":
            self._row += self._repeated

    def _characters(self, text: str) -> None:
        if self._cell is not None and len(self._text) < 100:
            self._text.append(text)

    def _fact(self, cell: dict[str, str], shown: str) -> str:
        kind = cell.get("office:value-type", "")
        if cell.get("calcext:value-type") == "error":
            return shown[:20] or "#?"
        if "table:formula" in cell:
            if _ERROR.fullmatch(shown):
                return shown
            if not kind:
                return "formula"
        if kind != "date":
            return ""
        parts = self._dates.get(self._styles.get(self._style(cell), ""), set())
        is_whole = "day" in parts or "year" not in parts
        return "" if is_whole else "month" if "month" in parts else "year"

    def _style(self, cell: dict[str, str]) -> str:
        if "table:style-name" in cell:
            return cell["table:style-name"]
        first = 0
        for count, style in self._columns:
            first += count
            if self._column < first:
                return style
        return ""


def _count(attributes: dict[str, str], what: str) -> int:
    text = attributes.get(f"table:number-{what}-repeated", "1")
    return int(text) if text.isdigit() and len(text) < 10 else 1


def _refuse_entities(*_: Any) -> None:
    raise ValueError(translated("a sheet declares entities"))
