"""Where in a JSON text a value stands, for errors; only imported when there is one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostics import Path

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"|[\[\]{},:]|[^\s\[\]{},:"]++', re.DOTALL)


class Entry(NamedTuple):
    """A key of an object, or an item of an array, and where it starts."""

    path: Path
    offset: int
    is_repeated: bool
    """Whether the object has the key before: what it says then is lost."""


def entries(text: str) -> Iterator[Entry]:
    """Every key and item of a text that is known to be JSON, in order."""
    inside: list[_Inside] = []
    for token in _TOKEN.finditer(text):
        piece = token[0]
        if piece in ("]", "}"):
            inside.pop()
            continue
        if inside and (entry := inside[-1].entry(piece, token.start())):
            yield entry
        if piece in ("[", "{"):
            inside.append(_Inside(inside[-1].at if inside else (), is_array=piece == "["))


def json_places(text: str, paths: list[Path]) -> Iterator[tuple[int, int]]:
    """Line and column of each value, or of the nearest thing around it."""
    wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
    found: dict[Path, int] = {(): 0}
    found |= {entry.path: entry.offset for entry in entries(text) if entry.path in wanted}
    lines = Lines(text)
    for path in paths:
        while path not in found:
            path = path[:-1]
        yield lines.place(found[path])


def repeated_keys(text: str) -> list[Path]:
    """The keys that an object of a JSON text has more than once."""
    if not _repeats(text):
        return []
    return [entry.path for entry in entries(text) if entry.is_repeated]


def _repeats(text: str) -> bool:
    """Whether any object has a key twice: quick, as it is seldom so."""
    is_repeated = False

    def pairs(found: list[tuple[str, Any]]) -> None:
        nonlocal is_repeated
        is_repeated = is_repeated or len({key for key, _ in found}) < len(found)

    json.loads(text, object_pairs_hook=pairs, parse_int=len, parse_float=len)
    return is_repeated


class _Inside:
    """Where the reader is: in an object or an array, and at which key or item of it."""

    def __init__(self, path: Path, *, is_array: bool) -> None:
        self._path = path
        self._index = -1
        self._is_array = is_array
        self._is_next = True
        self._keys: set[str] = set()
        self.at = path

    def entry(self, piece: str, offset: int) -> Entry | None:
        """The entry that a token starts, if it does."""
        if piece == ",":
            self._is_next = True
        elif self._is_next:
            self._is_next = False
            return self._begun(piece, offset)
        return None

    def _begun(self, piece: str, offset: int) -> Entry:
        if self._is_array:
            self._index += 1
            self.at = (*self._path, self._index)
            return Entry(self.at, offset, is_repeated=False)
        key = json.loads(piece)
        is_repeated = key in self._keys
        self._keys.add(key)
        self.at = (*self._path, key)
        return Entry(self.at, offset, is_repeated)
