"""Find the table in a sheet: its header under titles, its rows, and what else stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError
from ..i18n import translated
from .grid import text_of
from .headers import fold, known_headers
from .kinds import known_kind
from .table_rows import report, sorted_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .grid import Cell, Grid, Line
    from .headings import Heading

HEADER_WITHIN = 40
"""Rows with something in them in which the header is looked for."""


class Layout(NamedTuple):
    """The table of a sheet."""

    labels: list[str]
    """The header of each column; two rows of headers are joined: ``MoU / Signed``."""
    header: int
    """The number of the last row of the header."""
    lines: list[Line]
    headings: dict[int, Heading]
    """The heading within the table, or the name of its sheet, that rows stand below."""
    legend: dict[str, str]
    """What notes below the table say of marks such as ``*``."""
    notes: list[str]
    """What there is to report."""


def find_layout(grid: Grid, header: int | None = None) -> Layout | None:
    """Return the table of a sheet; None where no row looks like a header.

    Raises UsageError where the row that is named has nothing in it.
    """
    place = _named(grid, header) if header is not None else _best_header(grid.lines)
    if place is None:
        return None
    labels, first, last = _labels(grid.lines, place, is_named=header is not None)
    width = max(len(line.cells) for line in grid.lines)
    labels = _distinct([*labels, *[""] * (width - len(labels))], grid.lines[last + 1 :])
    above = grid.lines[:first]
    found = sorted_out(grid.lines[last + 1 :], labels, grid.lines[last].cells, grid.name)
    notes = report(above, found, grid.blank)
    return Layout(labels, grid.lines[last].number, found.rows, found.headings, found.legend, notes)


def _named(grid: Grid, header: int) -> int:
    for place, line in enumerate(grid.lines):
        if line.number == header:
            return place
    raise UsageError(translated("--header: row {number} has nothing in it").format(number=header))


def _best_header(lines: Sequence[Line]) -> int | None:
    scores = [_score(line.cells) for line in lines[:HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 1 and (best >= 2 or scores[0] == best) else None


def _score(cells: Sequence[Cell]) -> int:
    """Return how many different headers the cells of a row are."""
    texts = {cell for cell in cells if isinstance(cell, str)}
    return sum(map(_is_header, texts))


def _is_header(text: str) -> bool:
    if len(text) > 80:
        return False
    known = known_headers()
    inner = [fold(part) for part in re.split(r"[/／\n|(（]", text)]
    return fold(text) in known or any(part in known for part in inner if part)


def _labels(lines: Sequence[Line], place: int, *, is_named: bool) -> tuple[list[str], int, int]:
    """Return the labels, and the places of the first and the last row of the header."""
    row = lines[place].cells
    if not is_named and place + 1 < len(lines) and _is_second(row, lines[place + 1].cells):
        return _joined(row, lines[place + 1].cells), place, place + 1
    if place and _is_first(lines[place - 1].cells, row):
        return _joined(lines[place - 1].cells, row), place - 1, place
    return [" ".join(text_of(cell).split()) for cell in row], place, place


def _is_second(top: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Return whether a row below a header continues it, and is no row of data."""
    said = [cell for cell in row if cell is not None]
    texts = [cell for cell in said if isinstance(cell, str)]
    headers = sum(_is_header(text) or text in top for text in texts)
    return bool(said) and len(texts) == len(said) and headers == len(texts) and headers > 0


def _is_first(top: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Return whether a row above a header groups its columns, and is no title."""
    texts = [cell for cell in top if cell is not None]
    if not all(isinstance(text, str) for text in texts) or len(set(texts)) < 2:
        return False
    return any(_is_header(str(text)) or known_kind(str(text)) for text in texts)


def _joined(top: Sequence[Cell], row: Sequence[Cell]) -> list[str]:
    """Join two rows of headers; a group reaches to the right, up to the next one."""
    labels: list[str] = []
    group = ""
    for place in range(max(len(top), len(row))):
        above = " ".join(text_of(top[place] if place < len(top) else None).split())
        below = " ".join(text_of(row[place] if place < len(row) else None).split())
        group = above or group
        if not below or below == above:
            labels.append(above)
        elif above or group:
            labels.append(f"{group} / {below}")
        else:
            labels.append(below)
    return labels


def _distinct(labels: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """Return labels that differ; a column without one is called after its letter."""
    found: list[str] = []
    for place, label in enumerate(labels):
        name = label or translated("column {letter}").format(letter=letter_of(place))
        number = 2
        while name in found:
            name = f"{label} ({number})"
            number += 1
        found.append(name)
    filled = max((len(line.cells) for line in lines), default=0)
    while len(found) > filled and not labels[len(found) - 1]:
        found.pop()
    return found


def letter_of(place: int) -> str:
    """Return the letters of a column: ``A`` for 0, ``AA`` for 26."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
