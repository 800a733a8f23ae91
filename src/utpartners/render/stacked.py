"""Records below each other, for a terminal that is too narrow for columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated
from ..visible import visible
from .cells import dotted, wrapped
from .paint import FAINT, ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import View
    from .layout import Cell, Piece
    from .paint import Paint

STEP = 2
"""Cells by which what belongs to a record is moved to the right."""

NAMES = 2
"""Columns that stand first in a record none of whose columns has a heading."""

UNKNOWN = "–"
"""What stands in a column for a number that is not known."""


def stacked_brief(
    views: Sequence[View], row: Sequence[Cell], width: int, paint: Paint, indent: int
) -> Iterator[str]:
    """Yield a record: what has no heading first, then its facts, moved to the right."""
    first = next((n for n, view in enumerate(views) if view.heading), min(len(views), NAMES))
    names = [text for cell in row[:first] for piece in cell if (text := _text(piece))]
    ids = [_text(piece) for view, cell in zip(views[:first], row[:first], strict=True)
           for piece in cell if view.is_id and piece]  # fmt: skip
    is_first = True
    for text in _hung("  ".join(names), width, indent):
        id = ids[0] if ids and is_first else ""
        start = len(text) - len(text.lstrip(" "))
        shown = text[start:]
        if id and id in shown:
            before, _, after = shown.partition(id)
            shown = before + paint(id, ID) + after
        yield text[:start] + shown
        is_first = False
    facts = [
        translated(_unit(view, _text(piece))).format(value=_text(piece))
        for view, cell in zip(views[first:], row[first:], strict=True)
        for piece in cell
        if piece not in ("", UNKNOWN)
    ]
    for text in dotted(facts, width - indent - STEP):
        yield " " * (indent + STEP) + text


def _unit(view: View, value: str) -> str:
    return view.unit_of_one if value == "1" and view.unit_of_one else view.unit


def stacked_long(
    views: Sequence[View], row: Sequence[Cell], width: int, paint: Paint, indent: int
) -> Iterator[str]:
    """Yield a record with all its facts, each after the heading of its column."""
    for view, cell in zip(views, row, strict=True):
        heading = visible(view.title)
        label = translated("{heading}: ").format(heading=heading) if heading else ""
        for number, piece in enumerate(cell):
            if number:
                for text in wrapped(_text(piece), width - indent - STEP):
                    yield " " * (indent + STEP) + paint(text, FAINT)
                continue
            for place, text in enumerate(_hung(label + _text(piece), width, indent)):
                is_label = place == 0 and label and text.startswith(label, indent)
                end = indent + len(label) if is_label else 0
                yield paint(text[:end], FAINT) + text[end:]


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else translated(", ").join(piece)


def _hung(text: str, width: int, indent: int) -> Iterator[str]:
    """Yield a text in lines, all but the first moved to the right."""
    room = max(1, width - indent - STEP)
    first = wrapped(text, width - indent)[0]
    yield " " * indent + first.rstrip(" ")
    rest = text[len(first) :].lstrip(" ")
    if rest:
        yield from (" " * (indent + STEP) + one for one in wrapped(rest, room))
