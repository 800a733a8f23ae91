"""Relations as CSV (RFC 4180) in UTF-8: an empty cell is a value that is not there.

Read line by line and written in batches, both in bounded memory, whatever is in the file.
"""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import IO, TYPE_CHECKING

from ..diagnostics import not_of
from ..errors import UnreadableError
from ..i18n import translated
from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..progress import Progress
    from ..store.relation import Relation
    from ..store.store import Row, Store

LONGEST = 16 * 1024 * 1024
"""Bytes of the longest line or cell that is read."""

PIECE = 64 * 1024
"""Bytes that are read at once."""

BATCH = 1000
"""Rows that are written at once."""


def csv_lines(
    label: str, opened: Callable[[], IO[bytes]], size: int, progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line of each record, and its cells. Raises UnreadableError.

    ``size`` is that of the file in bytes, for the progress.
    """
    csv.field_size_limit(LONGEST)
    with opened() as file:
        pieces = progress(
            _pieces(file), size // PIECE + 1, translated("Reading {label}", label=label)
        )
        reader = csv.reader(_decoded(_lines(pieces, label), label), strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1  # a cell in quotes may have several lines
        except csv.Error as error:
            raise UnreadableError(label, not_of("CSV", error), line=line) from error


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _lines(pieces: Iterable[bytes], label: str) -> Iterator[bytes]:
    # A file iterated over by line would hold a line of any length; this one stops at LONGEST.
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(rest) > LONGEST:
            raise UnreadableError(
                label, translated("a line is longer than {size} MiB", size=LONGEST // 1024**2)
            )
    if rest:
        yield rest


def _decoded(lines: Iterable[bytes], label: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError(
                label,
                translated("not UTF-8 text (byte 0x{byte:02x})", byte=line[error.start]),
                translated("Save the table as CSV in UTF-8."),
                number,
            ) from error
        # Excel writes a byte order mark, which would be a part of the first column's name.
        yield text.removeprefix("\ufeff") if number == 1 else text


def csv_pieces(store: Store, relation: Relation, progress: Progress) -> Iterator[bytes]:
    """Yield the file of a relation, with the names of the columns first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in relation.columns)
    found = _with_words(rows(store, relation, progress), relation)
    while batch := list(islice(found, BATCH)):
        writer.writerows(batch)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _with_words(rows: Iterator[Row], relation: Relation) -> Iterator[Row]:
    """Return the rows with booleans as a data package spells them, which is not Python's way."""
    if all(column.kind != "boolean" for column in relation.columns):
        return rows
    return (
        tuple(str(value).lower() if isinstance(value, bool) else value for value in row)
        for row in rows
    )
