"""Reads CSV line by line, in bounded memory, whatever is in it."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from ..errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..progress import Progress

LONGEST = 16 * 1024 * 1024
"""Bytes of the longest line or cell."""

PIECE = 64 * 1024


def csv_lines(
    label: str, opened: Callable[[], IO[bytes]], size: int, progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """The number of the first line of each record, and its cells. Raises UnreadableError."""
    csv.field_size_limit(LONGEST)
    with opened() as file:
        pieces = progress(_pieces(file), size // PIECE + 1, f"Reading {label}")
        reader = csv.reader(_decoded(_lines(pieces, label), label), strict=True)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise UnreadableError(label, f"not CSV: {error}", line=line) from error


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _lines(pieces: Iterable[bytes], label: str) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(rest) > LONGEST:
            raise UnreadableError(label, f"a line is longer than {LONGEST // 1024**2} MiB")
    if rest:
        yield rest


def _decoded(lines: Iterable[bytes], label: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError(
                label,
                f"not UTF-8 text (byte 0x{line[error.start]:02x})",
                "Save the table as CSV in UTF-8.",
                number,
            ) from error
        yield text.removeprefix("\ufeff") if number == 1 else text
