"""The widths of the columns of a printed table, and whether it needs a page in landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..drawing.text import width
from ..render.layout import shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .document import Cell

SIZE = 8.8
"""The size of the letters of a table, in points, as the templates have it."""
SMALLER = 0.88
"""The size of the faint lines of a cell, as a share of that."""
GAP = 10.0
"""The space between two columns."""
UPRIGHT, TURNED = 493.0, 740.0
"""The width of the text of an upright A4 page and of one in landscape; Letter is a little wider."""

LONGEST_WORD = 22
"""Letters of a word from which on it may be broken, as the templates do."""
SHORT = 15
"""Letters of a text that is not broken at all, such as a date."""
LONGEST_WIDE_WORD = 9
"""The same for words of scripts that are broken anywhere, such as Japanese: a date has as many."""
ENOUGH = 300.0
"""The most that a column asks for: longer texts are wrapped."""


def fitted(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[Sequence[float], bool]:
    """Return the share of the width that each column takes, and whether the page is turned."""
    shares, is_turned = _fitted(headings, rows)
    # The templates take the space between columns from the columns themselves.
    sides = [GAP / 2 * ((place > 0) + (place < len(shares) - 1)) for place in range(len(shares))]
    return [share + side for share, side in zip(shares, sides, strict=True)], is_turned


def _fitted(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[Sequence[float], bool]:
    most = [
        min(ENOUGH, max(_width(heading, 0), _usual([_longest(row[place]) for row in rows])))
        for place, heading in enumerate(headings)
    ]
    least = [
        max([_word(heading), *(_longest_word(row[place]) for row in rows)])
        for place, heading in enumerate(headings)
    ]
    gaps = GAP * max(0, len(headings) - 1)
    upright, turned = UPRIGHT - gaps, TURNED - gaps
    most = [max(one, other) for one, other in zip(most, least, strict=True)]
    is_turned = sum(least) > upright or _lines(most, upright) > MOST_LINES
    room = turned if is_turned else upright
    if sum(most) <= room:
        return most, is_turned
    if sum(least) > room:
        least = [min(one, room / len(least)) for one in least]
    found = shared([round(one) for one in most], [round(one) for one in least], int(room))
    return [float(one) for one in found], is_turned


MOST_LINES = 1.9
"""How much wider than an upright page the columns may be before the page is turned."""


def _usual(widths: Sequence[float]) -> float:
    """Return the width that holds all but a fifth of the cells of a column, if there are many."""
    return sorted(widths, reverse=True)[len(widths) // 5] if widths else 0.0


def _lines(most: Sequence[float], room: float) -> float:
    return sum(most) / room


def _width(text: str, number: int) -> float:
    return width(text, SIZE * (SMALLER if number else 1))


def _longest(cell: Cell) -> float:
    return max(_width(text, number) for number, text in enumerate(cell))


def _longest_word(cell: Cell) -> float:
    return max(_word(text) for text in cell)


def _word(text: str) -> float:
    """Return the width of the longest word that is not broken, or of a text as short as a date."""
    if len(text) <= SHORT and (text.isascii() or text[:1].isdigit()):
        return width(text, SIZE)
    lengths = (
        width(word[: LONGEST_WORD if word.isascii() else LONGEST_WIDE_WORD], SIZE)
        for word in text.split()
    )
    return max(lengths, default=0.0)
