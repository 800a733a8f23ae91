"""Read names from a file of lines or a column of CSV, whatever its encoding."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..diagnostics import not_of
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from ..unreadable import cannot_read
from .encoding import decoded, note_of_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST = 1024**3
"""Bytes of the largest list that is read."""


class NameList(NamedTuple):
    """The names of a file in their order, and what there is to say about how it was read."""

    names: list[str]
    notes: list[str]


def read_names(path: str, column: str | None = None, encoding: str | None = None) -> NameList:
    """Return the lines of a file (``-`` is stdin), or the cells of a column of it as CSV.

    Each line or row has its name, be it empty, so that the answers stand beside the list. A column
    is meant by its heading or its number. Raises UtpartnersError for a file that cannot be read,
    UsageError for a column that it does not have.
    """
    name = translated("standard input") if path == "-" else path
    text, used = decoded(_content(path), name, encoding)
    if not text.strip():
        raise UtpartnersError(
            translated("{file} is empty").format(file=name),
            translated("Write one name per line, or a CSV file."),
        )
    names = _lines(text, path) if column is None else list(_cells(text, column, name))
    return NameList(names, note_of_encoding(name, used))


def _lines(text: str, path: str) -> list[str]:
    if path.lower().endswith((".csv", ".tsv")):
        columns = text.partition("\n")[0].strip()
        raise UsageError(
            translated("{file} may have several columns").format(file=path),
            translated("Name the one to read with --column: {columns}").format(columns=columns),
        )
    # Not splitlines, which takes letters that may stand in a name for ends of lines, too.
    return _trimmed(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _trimmed(names: list[str]) -> list[str]:
    """Return the names without the empty ones at the end, behind which there is nothing."""
    end = len(names)
    while end and not names[end - 1].strip():
        end -= 1
    return names[:end]


def _content(path: str) -> bytes:
    try:
        if path == "-":
            if sys.stdin is None:
                raise UtpartnersError(
                    translated("standard input is closed"), translated("Name a file instead.")
                )
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: the path has a NUL
        raise cannot_read(path, error) from error
    if len(content) > LARGEST:
        raise UtpartnersError(
            translated("{path} is larger than 1 GiB", path=path),
            translated("Split it into smaller files."),
        )
    return content


def _cells(text: str, column: str, name: str) -> Iterator[str]:
    """Yield the cells of a column; a row that is too short has an empty one."""
    csv.field_size_limit(LARGEST)
    # strict: an unclosed quotation mark would take all that follows for one cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = next((row for row in reader if row), [])
        place = _place(header, column, name)
        for row in _without_last_empty(reader):
            yield row[place] if place < len(row) else ""
    except csv.Error as error:
        raise UtpartnersError(
            f"{name}:{reader.line_num}: {not_of('CSV', error)}",
            translated("Check the quotation marks in this line and in those before it."),
        ) from error


def _without_last_empty(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the rows without the empty lines at the end of a file."""
    empty = 0
    for row in rows:
        if not row:
            empty += 1
            continue
        for _ in range(empty):
            yield []
        empty = 0
        yield row


def _place(header: Sequence[str], column: str, name: str) -> int:
    """Return the place of the column with a heading, in any case and width, or of a number."""
    for headings, wanted in ((header, column), (list(map(_folded, header)), _folded(column))):
        found = [place for place, heading in enumerate(headings) if heading == wanted and wanted]
        if len(found) > 1:
            several = translated(", ").join(str(place + 1) for place in found)
            raise UsageError(
                translated("--column: {file} has several columns {column}: {numbers}").format(
                    file=name, column=f"'{column}'", numbers=several
                ),
                translated("Give the number of the one to read: --column {number}").format(
                    number=found[0] + 1
                ),
            )
        if found:
            return found[0]
    numbers = [str(number) for number in range(1, len(header) + 1)]
    if column in numbers:
        return numbers.index(column)
    raise UsageError(
        translated("--column: {file} has no column {column}").format(
            file=name, column=f"'{column}'"
        ),
        translated("Choose from: {values}.").format(values=", ".join(header)),
    )


def _folded(text: str) -> str:
    return normalize.key(normalize.words(text)) or text


def _delimiter(text: str) -> str:
    """Return the delimiter of the header: the most frequent of comma, tab and semicolon."""
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(",\t;", key=header.count)
