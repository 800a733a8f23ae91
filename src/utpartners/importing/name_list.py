"""Read names from a file of lines or a column of CSV, whatever its encoding."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

from ..errors import UsageError, UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Iterator

ENCODINGS = ("utf-8-sig", "cp932")
"""What a file may be written in, in the order of the attempts: UTF-8, which other encodings are
seldom by accident, then Shift_JIS as Windows writes it."""

LARGEST = 1024**3
"""Bytes of the largest list that is read."""


def names_from(path: str, column: str | None) -> Iterator[str]:
    """Return the lines of a file (``-`` is stdin), or the cells of a column of it as CSV.

    Raises UtpartnersError for a file that cannot be read, UsageError for a column it has not.
    """
    text = _text(path)
    if not text.strip():
        name = "standard input" if path == "-" else path
        raise UtpartnersError(f"{name} is empty", "Write one name per line, or a CSV file.")
    if column is None and path.lower().endswith((".csv", ".tsv")):
        columns = text.partition("\n")[0].strip()
        raise UsageError(
            f"{path} has several columns", f"Name the one to read with --column: {columns}"
        )
    if column is None:
        return (line for line in text.splitlines() if line.strip())
    return _column(text, column, path)


def _text(path: str) -> str:
    content = _content(path)
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UtpartnersError(f"{path} is neither UTF-8 nor Shift_JIS", "Save it as UTF-8.")


def _content(path: str) -> bytes:
    try:
        if path == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        raise UtpartnersError(f"cannot read {path}: {error.strerror or error}") from error
    if len(content) > LARGEST:
        raise UtpartnersError(f"{path} is larger than 1 GiB", "Split it into smaller files.")
    return content


def _column(text: str, column: str, path: str) -> Iterator[str]:
    csv.field_size_limit(LARGEST)
    dialect = _dialect(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=dialect)
    known = reader.fieldnames or []
    if column not in known:
        raise UsageError(
            f"--column: {path} has no column '{column}'", f"Choose from: {', '.join(known)}."
        )
    return _cells(reader, column, path)


def _cells(reader: csv.DictReader[str], column: str, path: str) -> Iterator[str]:
    try:
        for row in reader:
            yield row[column] or ""
    except csv.Error as error:
        raise UtpartnersError(f"{path}:{reader.line_num}: not CSV: {error}") from error


def _dialect(text: str) -> str:
    """Return the delimiter of the header: the most frequent of comma, tab and semicolon."""
    header = text.partition("\n")[0]
    return max(",\t;", key=header.count)
