r"""Line and column of every value of a TOML or JSON text, for the errors of a catalogue.

This is by hand because the parsers that a catalogue is read with, tomli and msgspec, give values
without positions, and errors must name lines. tree-sitter gives positions and was used once: it is
a compiled dependency for each form, and its grammar of TOML (0.7) does not know TOML 1.1, which
tomli reads. A text that comes here is known to be valid, so that tokens and nesting are enough.

Only single characters are repeated possessively in the patterns below: before Python 3.11.5, a
group that is, such as ``(?:…)*+``, matches wrongly. No backtracking is lost, as the alternatives
of each group begin differently.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Path


class Lines:
    """Where each line of a text starts."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character, both from 1 and in characters."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


STRING = r"""
    "{3} (?: [^"\\]++ | \\. | "{1,2}(?!") )* "{3,5}
  | '{3} (?: [^']++ | '{1,2}(?!') )* '{3,5}
  | " (?: [^"\\\n]++ | \\. )* "
  | ' [^'\n]*+ '
"""
"""A string of TOML, in any of its four forms; a multi-line one may end in up to two more quotes."""

_SIMPLE = r"""
  (?: ^[ \t]*+ [\w-]++ [ \t]*+ = [ \t]*+ (?: "[^"\\\n]*+" | [^\s"'\[\]{}\#]++ ) [ \t\r]*+ \n )+
"""
"""Lines of a bare key and a plain value, which are most of a catalogue: skipped in one match."""

_BRACKET = re.compile(
    rf"(?xsm) {_SIMPLE} | {STRING} | \#[^\n]*+ | (?P<open>[\[{{]) | (?P<close>[\]}}])"
)

_HEADER = re.compile(rf"(?xs) (\[\[?) ( (?: {STRING} | [^\]\"'\n] )* )")

_TOML = re.compile(
    rf"""(?xs)
    (?P<blank> (?: [ \t\r\n]++ | \#[^\n]*+ )+ )
  | (?P<word> {STRING} | [^\s\[\]{{}}=,.\#"']++ )
  | (?P<mark> [\[\]{{}}=,.] )
    """
)
"""Everything in valid TOML; a value of several words, such as a time, is several tokens."""

_JSON = re.compile(
    r"""(?xs)
    (?P<word> " [^"\\]*+ (?:\\.[^"\\]*+)* " | [^\s\[\]{},:"]++ )
  | (?P<mark> [\[\]{},:] )
    """
)

_OPEN = re.compile(rf"""(?xs) {STRING} | \#[^\n]*+ | (?P<quote> ["'] )""")


def unclosed_string(text: str) -> int | None:
    """Return where a string without an end starts in a text, which need not be valid TOML."""
    pieces = _OPEN.finditer(text)
    return next((piece.start() for piece in pieces if piece["quote"]), None)


class Entry(NamedTuple):
    """A key of a table or object, or an item of an array, and where it starts."""

    path: Path
    offset: int
    is_repeated: bool
    """Whether the object has the key before, in JSON: only the last value counts."""


def _entries(
    tokens: Iterator[re.Match[str]], inside: _Container, unquoted: Callable[[str], str]
) -> Iterator[Entry]:
    """Give every key and item that some tokens say, in order; they stand inside a container."""
    here, around = inside, [inside]
    for token in tokens:
        if here.begins_entry(token, unquoted):
            yield Entry(here.at, token.start(), here.is_repeated)
        if (piece := token[0]) in ("[", "{"):
            here = _Container(piece, here.at)
            around.append(here)
        elif piece in ("]", "}"):
            around.pop()
            here = around[-1]


class _Container:
    """What the tokens are read in: the body of a table (no mark), an object or an array."""

    def __init__(self, mark: str, path: Path, *, in_value: bool = False) -> None:
        self._mark = mark
        self._path = path
        self._index = 0
        self._in_value = in_value
        self._keys: set[Path] = set()
        self.at = path
        """Path of the key or item that is being read."""
        self.is_repeated = False

    def begins_entry(self, token: re.Match[str], unquoted: Callable[[str], str]) -> bool:
        """Return whether a token is a key or starts an item, which then is the one at ``at``."""
        piece = token[0]
        if piece == ",":
            self._end_value()
        elif piece in ("=", ":"):
            self._in_value = True
        elif self._in_value:
            # Only in the body of a table does a line end its value; elsewhere a comma does.
            if not self._mark and token.lastgroup == "blank" and "\n" in piece:
                self._end_value()
        elif token.lastgroup == "word" or piece in ("[", "{"):
            self._begin(piece, unquoted)
            return True
        return False

    def _begin(self, piece: str, unquoted: Callable[[str], str]) -> None:
        if self._mark == "[":
            self._in_value = True
            self.at = (*self._path, self._index)
            return
        # The parts of a dotted key (a.b = 1) come one after another, without a "=" between.
        self.at = (*self.at, unquoted(piece))
        self.is_repeated = self.at in self._keys
        self._keys.add(self.at)

    def _end_value(self) -> None:
        self._in_value = False
        self._index += 1
        self.at = self._path


class Table(NamedTuple):
    """A table of a TOML text: its header, and the text up to the next one."""

    keys: tuple[str, ...]
    is_item: bool
    """Whether it is an item of an array of tables: ``[[…]]``."""
    start: int
    body: int
    end: int


def tables(text: str) -> Iterator[Table]:
    """Give the tables in the order of the text, the first without a header."""
    table = Table((), is_item=False, start=0, body=0, end=0)
    depth = 0
    for piece in _BRACKET.finditer(text):
        if piece["open"]:
            # Other brackets open a value; one at the start of a line may be inside an array.
            if depth == 0 and _starts_a_line(text, piece.start()):
                yield table._replace(end=piece.start())
                table = _headed(text, piece.start())
            depth += 1
        elif piece["close"]:
            depth -= 1
    yield table._replace(end=len(text))


def _starts_a_line(text: str, offset: int) -> bool:
    return not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t\ufeff")


def _headed(text: str, start: int) -> Table:
    header = _HEADER.match(text, start)
    if header is None:
        raise ValueError("no header of a table")
    bracket, keys = header.groups()
    body = header.end() + len(bracket)
    return Table(_split(keys), bracket == "[[", start, body, body)


@lru_cache(maxsize=1000)
def _split(keys: str) -> tuple[str, ...]:
    return tuple(_unquoted(token["word"]) for token in _TOML.finditer(keys) if token["word"])


def _unquoted(key: str) -> str:
    """Return a key of TOML as the document has it."""
    return str(tomli.loads(f"k = {key}")["k"]) if key[:1] in "\"'" else key


class Positions:
    """Places of all keys, tables and array items of a text that is valid TOML.

    The headers of all tables are found at once; what is in a table only when it is needed, as most
    files that are large are nearly right.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._offsets: dict[Path, int] = {(): 0}
        self._sizes: dict[Path, int] = {}
        self._unread: dict[Path, list[Table]] = {}
        for table in tables(text):
            self._add(table)

    def line(self, path: Path) -> int:
        """Return the line, from 1, of a value or of the nearest thing around it in the text."""
        return self.place(path)[0]

    def place(self, path: Path) -> tuple[int, int]:
        """Return line and column, as :meth:`Lines.place`, of a value or the nearest around it."""
        for length in range(len(path) + 1):
            for table in self._unread.pop(path[:length], ()):
                self._read(table, path[:length])
        while path not in self._offsets:
            path = path[:-1]
        return self._lines.place(self._offsets[path])

    def _add(self, table: Table) -> None:
        path = self._resolve(table.keys)
        if table.is_item:
            index = self._sizes.get(path, 0)
            self._sizes[path] = index + 1
            self._offsets.setdefault(path, table.start)
            path = (*path, index)
        # A table that another header has named before keeps the place of the first one.
        self._offsets.setdefault(path, table.start)
        self._unread.setdefault(path, []).append(table)

    def _resolve(self, keys: tuple[str, ...]) -> Path:
        """Return the path of a header, in which each array of tables means its last item."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._sizes:
                path = (*path, self._sizes[path] - 1)
        return (*path, *keys[-1:])

    def _read(self, table: Table, path: Path) -> None:
        tokens = _TOML.finditer(self._text, table.body, table.end)
        for entry in _entries(tokens, _Container("", path), _unquoted):
            self._offsets.setdefault(entry.path, entry.offset)


def json_places(text: str, paths: list[Path]) -> Iterator[tuple[int, int]]:
    """Give line and column of each value of a JSON text, or of the nearest thing around it."""
    wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
    found: dict[Path, int] = {(): 0}
    found |= {entry.path: entry.offset for entry in _json_entries(text) if entry.path in wanted}
    lines = Lines(text)
    for path in paths:
        while path not in found:
            path = path[:-1]
        yield lines.place(found[path])


def repeated_keys(text: str) -> list[Path]:
    """Return the keys that an object of a JSON text has more than once."""
    if not _has_repeated_keys(text):
        return []
    return [entry.path for entry in _json_entries(text) if entry.is_repeated]


def _json_entries(text: str) -> Iterator[Entry]:
    # The text as a whole is a value, so that a document of one word has no entry.
    return _entries(_JSON.finditer(text), _Container("", (), in_value=True), _json_key)


def _json_key(key: str) -> str:
    # Most keys are plain, and a parser for each would take longer than everything else here.
    return str(json.loads(key)) if "\\" in key else key[1:-1]


def _has_repeated_keys(text: str) -> bool:
    """Return whether any object has a key twice; json says so faster than the tokens do."""
    is_repeated = False

    def pairs(found: list[tuple[str, Any]]) -> None:
        nonlocal is_repeated
        is_repeated = is_repeated or len({key for key, _ in found}) < len(found)

    # Numbers are not converted: one of too many digits is a problem of another rule.
    json.loads(text, object_pairs_hook=pairs, parse_int=len, parse_float=len)
    return is_repeated
