"""Comma-separated values (RFC 4180 with ``\\n``), exactly as they are.

A card becomes rows of ``field`` and ``value``, where a field is a path such as
``institutions.1.name``.
"""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..table import Card
from .text import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..table import Answer
    from . import Screen


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as CSV, with a header unless the screen has none."""
    pieces = delimited(answer, screen, ",")
    return chain([BYTE_ORDER_MARK], pieces) if screen.excel else pieces


BYTE_ORDER_MARK = "\ufeff"
"""What tells a spreadsheet that a file is UTF-8."""


def harmless(text: str) -> str:
    """A cell that a spreadsheet shows as text, also where it would take it for a formula."""
    return f"'{text}" if text.startswith(_BLANKS) or text.lstrip().startswith(_SIGNS) else text


_BLANKS = ("\t", "\r", "\n")
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a formula starts with; a Japanese spreadsheet takes the wide signs, too."""


def delimited(answer: Answer, screen: Screen, delimiter: str) -> Iterator[str]:
    """The answer with another delimiter between the cells of a row."""
    line = _Line()
    # The writer quotes the letters of its own line end: so a lone \r within a cell is quoted too.
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")
    header, rows = _rows(answer)
    if screen.header:
        writer.writerow(map(harmless, header) if screen.excel else header)
        yield line.text
    for row in rows:
        writer.writerow(map(harmless, row) if screen.excel else row)
        yield line.text


class _Line:
    """The file that csv writes one line at a time into."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text.removesuffix("\r\n") + "\n"


def _rows(answer: Answer) -> tuple[list[str], Iterable[Iterable[str]]]:
    if isinstance(answer, Card):
        return ["field", "value"], flattened(answer.record())
    return [column.key for column in answer.columns], (map(cell, row) for row in answer)


def flattened(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value inside a record with its path; lists of text stay one cell."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flattened(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from flattened(inner, f"{path}.{number}")
    else:
        yield path, cell(value)
