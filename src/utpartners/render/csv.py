"""Comma- and tab-separated values (RFC 4180, but with ``\\n``), with values exactly as they are.

A card becomes rows of ``field`` and ``value``, where a field is a path such as
``institutions.1.name``.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Literal

from ..answers import Card
from .text import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Answer, Table
    from . import Screen

    _Quoting = Literal[0, 1]

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a file is UTF-8; without it, Excel reads the code page of the system."""

BATCH = 100
"""Rows that are written at once: few enough that the first ones appear soon."""


def render(answer: Answer, screen: Screen, *, delimiter: str = ",") -> Iterator[str]:
    """Yield the lines of an answer, with a header unless the screen has none."""
    header, rows = _rows(answer)
    if screen.excel:
        yield BYTE_ORDER_MARK
        header = [escape_formula(name) for name in header]
        rows = ([escape_formula(cell(value)) for value in row] for row in rows)
    # A spreadsheet that parts cells at semicolons would begin another one, maybe a formula, at one.
    quoting: _Quoting = csv.QUOTE_ALL if screen.excel else csv.QUOTE_MINIMAL
    lines = chain([header], rows) if screen.header else iter(rows)
    while batch := list(islice(lines, BATCH)):
        yield _written(batch, delimiter, quoting)


_BLANKS = ("\t", "\r", "\n")
_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a formula starts with; a Japanese spreadsheet accepts the full-width signs, too."""


def escape_formula(text: str) -> str:
    """Return a cell that a spreadsheet shows as text, even where it looks like a formula."""
    if text.startswith("-") and re.fullmatch(_NEGATIVE, text, re.ASCII):
        return text
    return f"'{text}" if text.startswith(_BLANKS) or text.lstrip().startswith(_SIGNS) else text


def unescape_formula(text: str) -> str:
    """Return a cell as it was before :func:`escape_formula`."""
    return text[1:] if text[:1] == "'" and escape_formula(text[1:]) == text else text


_NEGATIVE = r"-[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?"
"""A negative number, which a spreadsheet is to read as one; compiled where it is needed first."""


def _written(rows: Sequence[Sequence[Any]], delimiter: str, quoting: _Quoting) -> str:
    r"""Return rows as lines that end with ``\n``."""
    # The writer quotes only the letters of its own line end. So it writes \r\n, which quotes a lone
    # \r within a cell as well, and the line ends are replaced afterwards.
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n", quoting=quoting)
    writer.writerows(rows)
    text = buffer.getvalue()
    if text.count("\r") == len(rows):
        return text.replace("\r\n", "\n")
    if len(rows) == 1:
        return text[:-2] + "\n"
    return "".join(_written([row], delimiter, quoting) for row in rows)


def _rows(answer: Answer) -> tuple[list[str], Iterable[Sequence[Any]]]:
    if isinstance(answer, Card):
        return ["field", "value"], flattened(answer.record())
    return [column.key for column in answer.columns], _writable(answer)


def _writable(table: Table) -> Iterator[list[Any]]:
    """Yield rows whose values are text or numbers, which the writer knows, and nothing else."""
    places = [n for n, column in enumerate(table.columns) if column.kind not in ("text", "number")]
    for row in table:
        values = list(row)
        for place in places:
            values[place] = cell(values[place])
        yield values


def flattened(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value inside a record with its path; a list of texts is one cell."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flattened(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, 1):
            yield from flattened(inner, f"{path}.{number}")
    else:
        yield path, cell(value)
