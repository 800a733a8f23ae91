"""Where in a TOML text a value stands, for errors; only imported when there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .entries import entries
from .lines import Lines
from .scan import Table, tables

if TYPE_CHECKING:
    from ..diagnostics import Path


class Positions:
    """The places of all keys, tables and array items of a text that is valid TOML.

    Headers are found at once, what is below them when it is asked for.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._places: dict[Path, int] = {(): 0}
        self._sizes: dict[Path, int] = {}
        self._unread: dict[Path, list[Table]] = {}
        for table in tables(text):
            self._table(table)

    def line(self, path: Path) -> int:
        """The line (from 1) of a value, or of the nearest thing around it in the text."""
        return self.place(path)[0]

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1 and in characters, of a value or the nearest around it."""
        for length in range(len(path) + 1):
            for table in self._unread.pop(path[:length], ()):
                self._read(table, path[:length])
        while path not in self._places:
            path = path[:-1]
        return self._lines.place(self._places[path])

    def _table(self, table: Table) -> None:
        path = self._resolve(table.keys)
        if table.is_item:
            index = self._sizes.get(path, 0)
            self._sizes[path] = index + 1
            self._places.setdefault(path, table.start)
            path = (*path, index)
        self._places.setdefault(path, table.start)
        self._unread.setdefault(path, []).append(table)

    def _resolve(self, keys: tuple[str, ...]) -> Path:
        """The path of a header: each array of tables on the way stands for its last element."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._sizes:
                path = (*path, self._sizes[path] - 1)
        return (*path, *keys[-1:])

    def _read(self, table: Table, path: Path) -> None:
        for entry, offset in entries(self._text, table, path):
            self._places.setdefault(entry, offset)
