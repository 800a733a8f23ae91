"""Finds the keys and items of a table in a text that is known to be valid TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .scan import TOKEN, Table, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostics import Path


def entries(text: str, table: Table, path: Path) -> Iterator[tuple[Path, int]]:
    """Every key and array item in the body of a table, with where it starts."""
    inside = [_Inside("", path)]
    for piece in TOKEN.finditer(text, table.body, table.end):
        here = inside[-1]
        if here.is_entry(piece[0], piece.lastgroup):
            yield here.at, piece.start()
        if piece[0] in ("[", "{"):
            inside.append(_Inside(piece[0], here.at))
        elif piece[0] in ("]", "}"):
            inside.pop()


class _Inside:
    """Where the reader is: inside a table (no mark), an inline table or an array."""

    def __init__(self, mark: str, path: Path) -> None:
        self._mark = mark
        self._path = path
        self._index = 0
        self._in_value = False
        self.at = path
        """The key or item that is being read."""

    def is_entry(self, piece: str, kind: str | None) -> bool:
        """Whether a piece is a key or starts an item, which then is the one at ``at``."""
        if kind == "blank":
            if not self._mark and "\n" in piece:
                self._next()
        elif piece == ",":
            self._next()
        elif piece == "=":
            self._in_value = True
        elif self._mark == "[":
            return self._is_item(piece)
        elif kind == "word" and not self._in_value:
            self.at = (*self.at, unquoted(piece))
            return True
        return False

    def _is_item(self, piece: str) -> bool:
        if self._in_value or piece == "]":
            return False
        self._in_value = True
        self.at = (*self._path, self._index)
        return True

    def _next(self) -> None:
        self._in_value = False
        self._index += 1
        self.at = self._path
