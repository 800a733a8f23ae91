"""A relation in a file, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Place
from ..errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Lines = Iterator[tuple[int, Sequence[Any]]]

MOST_PROBLEMS = 10
"""How many problems one error names."""


class Sheet(NamedTuple):
    """A relation in a file: where it is, and its lines, of which the first has the names.

    A cell is text, or None where it is empty; anything else is refused as what it is.
    """

    file: str
    lines: Callable[[], Lines]
    table: str | None = None
    """The sheet of a workbook, where the file has more than one."""
    is_numbered: bool = True
    """Whether people see the numbers of the lines."""

    @property
    def label(self) -> str:
        """What people call it."""
        return str(self.place(None))

    def place(self, line: int | None) -> Place:
        """Where a line is."""
        return Place(self.file, self.table, line if self.is_numbered else None)


class Problems:
    """What is wrong with a sheet; the first of it is raised as one error."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._told: list[str] = []

    def add(self, line: int, column: str, what: str, rule: str = "type") -> None:
        """Note a problem that breaks a rule. Raises CatalogueError when there are enough."""
        self._told.append(f"{self._sheet.place(line)}: {column + ': ' if column else ''}{what}")
        if len(self._told) == MOST_PROBLEMS:
            self.settle()

    @property
    def are_there(self) -> bool:
        """Whether a problem was noted."""
        return bool(self._told)

    def settle(self) -> None:
        """Raise CatalogueError if there is a problem."""
        if self._told:
            raise CatalogueError("\n".join(self._told), "The catalogue was not used.")
