"""Read a sheet that is text, such as CSV: its encoding and its separator are found by evidence."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ..errors import UnreadableError
from ..i18n import translated
from ..render.csv import unescape_formula
from .encoding import UTF_8, decoded
from .grid import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, Line, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEPARATORS = (",", "\t", ";", "|")


def _named(separator: str) -> str:
    """Return what people call a separator that is told."""
    return {";": translated("semicolons"), "|": translated("vertical bars")}[separator]


SAMPLE = 200
"""Rows by which the separator is found."""


def read_delimited(content: bytes, path: str, encoding: str | None) -> Grid:
    """Return the sheet of a text file. Raises UtpartnersError where it is none."""
    text, used = decoded(content, path, encoding)
    separator = separator_of(text)
    notes = []
    if used != UTF_8:
        notes.append(translated("{file} was read as {encoding}.").format(file=path, encoding=used))
    if separator not in (",", "\t"):
        notes.append(
            translated("Its columns are separated by {separator}.").format(
                separator=_named(separator)
            )
        )
    lines: list[Line] = []
    number, last = 0, 0
    for number, cells in _rows(text, separator, path):
        values = [value_of(unescape_formula(cell)) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        if values:
            _require_bounded(path, number, cells, len(values), len(lines))
            lines.append(Line(number, values))
            last = number
    first = lines[0].number if lines else 0
    return Grid("", lines, last - first + 1 - len(lines) if lines else 0, tuple(notes))


def _require_bounded(path: str, number: int, cells: list[str], width: int, count: int) -> None:
    """Raise UnreadableError for a row that no list has."""
    what = ""
    if width > MOST_COLUMNS:
        what = translated("{count} columns, more than a list has").format(count=f"{width:,}")
    elif count >= MOST_ROWS:
        what = translated("more than {count} rows").format(count=f"{MOST_ROWS:,}")
    elif (longest := max(map(len, cells))) > LONGEST_CELL:
        what = translated("a cell of {count} letters").format(count=f"{longest:,}")
    if what:
        hint = (
            translated("If a quotation mark is not closed, close it.") if "cell" in what else None
        )
        raise UnreadableError(path, what, hint, number)


def separator_of(text: str) -> str:
    """Return the separator that gives most rows the same number of columns, above one.

    >>> separator_of("name;note\\nA;x, y\\nB;z, z, z"), separator_of("a,b\\n1,2")
    (';', ',')
    """
    sample = "".join(_first_lines(text))
    scores = {separator: _score(sample, separator) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: scores[separator])


def _first_lines(text: str) -> Iterable[str]:
    start = 0
    for _ in range(SAMPLE):
        end = text.find("\n", start)
        if end < 0 or end - start > LONGEST_CELL:
            yield text[start : start + LONGEST_CELL]
            return
        yield text[start : end + 1]
        start = end + 1


def _score(sample: str, separator: str) -> float:
    """Return how well a separator fits: rows with the most frequent width, weighted by it."""
    csv.field_size_limit(2**31 - 1)
    try:
        widths = [
            len(row)
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
            if row
        ]
    except csv.Error:
        return 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0
    common = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(common) / len(widths) + min(common, 20) / 100


def _rows(text: str, separator: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the number of the line in which each starts."""
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError(path, str(error), line=reader.line_num) from error
