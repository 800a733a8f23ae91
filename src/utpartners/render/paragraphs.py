"""The lines of a cell, laid out as one: texts are wrapped, lists are broken between their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

Paragraph = str | list[str]
"""A text, or short texts that are joined with commas and not broken inside."""

_HIT = re.compile("‹[^›]*›")
"""What a search marks in its excerpts."""


class Paragraphs:
    """Paragraphs one below the other; all but the first are faint."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = [
            [f"{item}," for item in paragraph[:-1]] + paragraph[-1:]
            if isinstance(paragraph, list)
            else paragraph
            for paragraph in paragraphs
        ]

    @property
    def width(self) -> int:
        """Cells of the longest paragraph on one line."""
        return max(
            (cell_len(p if isinstance(p, str) else " ".join(p)) for p in self._paragraphs),
            default=0,
        )

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        least, most = 0, 0
        for paragraph in self._paragraphs:
            pieces = paragraph.split() if isinstance(paragraph, str) else paragraph
            widths = [cell_len(piece) for piece in pieces] or [0]
            least = max(least, *widths)
            most = max(most, sum(widths) + len(widths) - 1)
        return Measurement(least, most)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        first, *others = (self._laid_out(p, options.max_width) for p in self._paragraphs or [""])
        text = Text(first, overflow="fold")
        if others:
            text.append("\n" + "\n".join(others), "dim")
        text.highlight_regex(_HIT, "bold magenta")
        yield text

    @staticmethod
    def _laid_out(paragraph: Paragraph, width: int) -> str:
        if isinstance(paragraph, str):
            return paragraph
        lines: list[str] = []
        for item in paragraph:
            if lines and cell_len(lines[-1]) + 1 + cell_len(item) <= width:
                lines[-1] += f" {item}"
            else:
                lines.append(item)
        return "\n".join(lines)
