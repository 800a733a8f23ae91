"""Comma-separated values (RFC 4180 with ``\\n``), exactly as they are.

A card becomes rows of ``field`` and ``value``, where a field is a path such as
``institutions.1.name``.
"""

from __future__ import annotations

import csv
import io
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..answers import Card
from .text import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Answer, Table
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
    header, rows = _rows(answer)
    if screen.excel:
        header = [harmless(name) for name in header]
        rows = ([harmless(cell(value)) for value in row] for row in rows)
    lines = chain([header], rows) if screen.header else iter(rows)
    while batch := list(islice(lines, BATCH)):
        yield _written(batch, delimiter)


BATCH = 100
"""Rows that are written at once: few enough that the first are soon there."""


def _written(rows: Sequence[Sequence[Any]], delimiter: str) -> str:
    r"""Rows as lines that end with ``\n``.

    They are written with ``\r\n``, as the writer quotes the letters of its own line end: so a lone
    ``\r`` within a cell is quoted too.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    text = buffer.getvalue()
    if text.count("\r") == len(rows):
        return text.replace("\r\n", "\n")
    if len(rows) == 1:
        return text[:-2] + "\n"
    return "".join(_written([row], delimiter) for row in rows)


def _rows(answer: Answer) -> tuple[list[str], Iterable[Sequence[Any]]]:
    if isinstance(answer, Card):
        return ["field", "value"], flattened(answer.record())
    return [column.key for column in answer.columns], _writable(answer)


def _writable(table: Table) -> Iterator[list[Any]]:
    """Rows as csv writes them: text and numbers it knows itself, all else is made text."""
    places = [n for n, column in enumerate(table.columns) if column.kind not in ("text", "number")]
    for row in table:
        values = list(row)
        for place in places:
            values[place] = cell(values[place])
        yield values


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
