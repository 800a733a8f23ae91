"""Numbers as bars, each section of a table to its own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from .text import by_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Row, Table, View

LONGEST = 20
"""Cells of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


class Bars:
    """The bars of a column of numbers, which the only piece of its view names."""

    def __init__(self, table: Table, rows: Sequence[Row], view: View) -> None:
        self._key = view.lines[0][0].strip("{}")
        self._section = table.section
        self._most: dict[Any, float] = {}
        for row in rows:
            values = by_key(table.columns, row)
            place = self._place(values)
            self._most[place] = max(self._most.get(place, 0), values[self._key])

    def of(self, values: dict[str, Any]) -> Text:
        """The bar of one row."""
        most = self._most[self._place(values)]
        whole, eighths = divmod(round(8 * LONGEST * values[self._key] / most) if most else 0, 8)
        return Text("█" * whole + _EIGHTHS[eighths].strip(), "cyan")

    def _place(self, values: dict[str, Any]) -> Any:
        return values[self._section] if self._section else None
