"""A list of short texts that is broken between them, never inside one that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

SEPARATOR = ", "


class Items:
    """Texts joined with commas, as many on a line as fit."""

    def __init__(self, items: Sequence[str], style: str = "") -> None:
        self._items = [item + SEPARATOR.rstrip() for item in items[:-1]] + list(items[-1:])
        self._style = style

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widths = [cell_len(item) for item in self._items] or [0]
        return Measurement(max(widths), sum(widths) + len(widths) - 1)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines(options.max_width):
            yield Text(line, self._style, overflow="fold", no_wrap=False)

    def _lines(self, width: int) -> list[str]:
        lines: list[str] = []
        for item in self._items:
            if lines and cell_len(lines[-1]) + 1 + cell_len(item) <= width:
                lines[-1] += f" {item}"
            else:
                lines.append(item)
        return lines
