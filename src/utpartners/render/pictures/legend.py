"""What the marks and lines of a picture mean, in as many lines of text as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .sheet import INK, Mark, fitting, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .sheet import Sheet

LINE = 11.0
"""Points from one line of text to the next."""
SPACE = 18.0
"""Points between two entries."""
WIDEST = 160.0
STROKE = 16.0
"""Points of the line of an entry."""


DASH = Mark(INK, "_")
"""A mark that is a line."""


class Entry(NamedTuple):
    """A mark, or a line of some weight, and what it means."""

    text: str
    look: Mark | float
    size: float = 5.5

    @property
    def lead(self) -> float:
        """Points from the start of the entry to its text."""
        return 11.0 if isinstance(self.look, Mark) else STROKE + 6


class Legend:
    """Entries side by side, as far as the width of the picture goes."""

    def __init__(self, entries: Iterable[Entry], wide: float) -> None:
        self._placed: list[tuple[float, int, Entry]] = []
        x, row = 0.0, 0
        for entry in entries:
            entry = entry._replace(text=fitting(entry.text, WIDEST))
            needed = entry.lead + width(entry.text)
            if x and x + needed > wide:
                x, row = 0.0, row + 1
            self._placed.append((x, row, entry))
            x += needed + SPACE
        self.height = LINE * (row + 1)

    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it at the left of a sheet."""
        for x, row, entry in self._placed:
            y = top + LINE * (row + 0.5)
            if isinstance(entry.look, Mark):
                edge = 1.0 if entry.look == DASH else 0
                sheet.mark(x + 4, y, entry.look, entry.size, markeredgewidth=edge)
            else:
                sheet.line((x, x + STROKE), (y, y), color=INK, linewidth=entry.look)
            sheet.text(x + entry.lead, y, entry.text)
