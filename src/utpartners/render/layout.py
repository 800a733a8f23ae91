"""Cells laid out in columns that fit a width, or in stacked records where they do not fit.

A cell is a text or a list of short texts, a line or several below each other. Everything is
measured once, and each line is written as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..i18n import translated
from .cells import cells, elided, listed, longest_word, padded, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .paint import Paint

GAP = 2
"""Blanks between two columns."""

LEAST_OF_LIST = 12
"""Cells that a list whose end may be left out is not made narrower than."""

ENOUGH_OF_LIST = 24
"""Cells that such a list keeps as long as other columns can give way."""

Piece = str | list[str]
"""A line of a cell: a text, or short texts with commas that are not broken inside."""


class Slot(NamedTuple):
    """One column of a layout."""

    heading: str = ""
    align: str = "left"
    style: str = ""
    is_elided: bool = False
    """Whether a list shows only what its width holds, and how many more there are."""


Cell = list[Piece]
"""The lines of a cell; all but the first are faint."""


class Columns(NamedTuple):
    """Columns that fit a width: the slots from ``first`` on, how wide each is, and the margin."""

    slots: Sequence[Slot]
    sizes: Sequence[int]
    indent: int = 0
    first: int = 0

    def row_lines(self, row: Sequence[Cell], paint: Paint, style: str = "") -> list[str]:
        """Return the lines of a row, all in one style if there is one."""
        slots = [slot._replace(style=style) for slot in self.slots] if style else self.slots
        return row_lines(slots, row[self.first :], self.sizes, paint, self.indent)


def widths(
    slots: Sequence[Slot], rows: Sequence[Sequence[Cell]], room: int, *, may_wrap: bool = True
) -> list[int] | None:
    """Return the width of each column, or None where the columns do not fit into the room.

    Cells that are wider than their column continue on the next line, if they may.
    """
    room -= GAP * (len(slots) - 1)
    columns = [[_sizes(slot, row[place]) for row in rows] for place, slot in enumerate(slots)]
    heads = [cells(slot.heading) for slot in slots]

    def least_of(which: int) -> list[int]:
        return [
            max([head, *(size[which] for size in sizes)])
            for head, sizes in zip(heads, columns, strict=True)
        ]

    most = least_of(0)
    if sum(most) <= room:
        return most
    if not may_wrap:
        return None
    # The items of a list are broken only where there is no other way.
    least = next((found for found in (least_of(1), least_of(2)) if sum(found) <= room), None)
    if least is None:
        return None
    most = _with_short_lists(slots, columns, most, least, room)
    return most if sum(most) <= room else shared(most, least, room)


def _sizes(slot: Slot, cell: Cell) -> tuple[int, int, int]:
    """Return the cells that a cell takes without wrapping, with whole items, and with words."""
    most = whole = words = 0
    for piece in cell:
        if isinstance(piece, list):
            sizes = [cells(item) for item in piece]
            size = sum(sizes) + 2 * max(0, len(sizes) - 1)
            comma = cells(translated(", ").rstrip(" "))
            item = min(size, LEAST_OF_LIST) if slot.is_elided else max(sizes, default=0) + comma
            word = min(item, comma + max(map(longest_word, piece), default=0))
        else:
            size = cells(piece)
            item = word = size if slot.align != "left" else longest_word(piece)
        most, whole, words = max(most, size), max(whole, item), max(words, word)
    return most, min(most, whole), min(most, words)


def _with_short_lists(
    slots: Sequence[Slot],
    columns: Sequence[Sequence[tuple[int, int, int]]],
    most: Sequence[int],
    least: Sequence[int],
    room: int,
) -> list[int]:
    """Return widths in which lists whose end may be left out give way to the other columns.

    Where that leaves too little of a list, few of the texts are continued on a second line.
    """
    elided = [place for place, slot in enumerate(slots) if slot.is_elided]
    found = list(most)
    for place in elided:
        left = room - sum(found) + found[place]
        if left < min(ENOUGH_OF_LIST, found[place]):
            usual = [_usual(slot, sizes) for slot, sizes in zip(slots, columns, strict=True)]
            others = (
                max(least[n], usual[n]) for n in range(len(slots)) if n != place and n not in elided
            )
            left = room - sum(others) - sum(found[n] for n in elided if n != place)
        found[place] = max(least[place], min(found[place], left))
    return found


def _usual(slot: Slot, sizes: Sequence[tuple[int, int, int]]) -> int:
    """Return the cells that hold all but a tenth of the cells of a column."""
    found = sorted((most for most, _, _ in sizes), reverse=True)
    is_text = slot.align == "left" and not slot.style
    return found[len(found) // 10 if is_text else 0]


def shared(most: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths of columns that fill the room: the widest ones give way."""
    low, high = 0, max(most)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_held(most, least, level)) <= room:
            low = level
        else:
            high = level - 1
    found = _held(most, least, low)
    spare = room - sum(found)
    for place, width in enumerate(found):
        if spare and width < most[place]:
            found[place] += 1
            spare -= 1
    return found


def _held(most: Sequence[int], least: Sequence[int], level: int) -> list[int]:
    return [max(low, min(high, level)) for high, low in zip(most, least, strict=True)]


def row_lines(
    slots: Sequence[Slot], row: Sequence[Cell], sizes: Sequence[int], paint: Paint, indent: int = 0
) -> list[str]:
    """Return the lines of a row; what does not fit its column continues on the next line."""
    columns = [
        _cell_lines(slot, cell, size) for slot, cell, size in zip(slots, row, sizes, strict=True)
    ]
    margin = " " * indent
    lines = []
    for number in range(max(map(len, columns), default=0)):
        shown = []
        for slot, column, size in zip(slots, columns, sizes, strict=True):
            text, is_faint = column[number] if number < len(column) else ("", False)
            style = f"{slot.style} dim".strip() if is_faint else slot.style
            shown.append(padded(text, size, slot.align, paint(text, style)))
        lines.append(f"{margin}{(' ' * GAP).join(shown)}".rstrip(" "))
    return lines


def _cell_lines(slot: Slot, cell: Cell, width: int) -> list[tuple[str, bool]]:
    """Return the lines of a cell, each with whether it is faint."""
    return [
        (text, number > 0)
        for number, piece in enumerate(cell)
        for text in piece_lines(piece, width, slot.is_elided)
    ]


def piece_lines(piece: Piece, width: int, is_elided: bool) -> list[str]:
    """Return a line of a cell in lines of at most a width."""
    if isinstance(piece, str):
        return wrapped(piece, width)
    return [elided(piece, width)] if is_elided else listed(piece, width)
