"""Finds the tables in a text that is known to be valid TOML, without reading what is in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator

# Only single characters are repeated possessively: before Python 3.11.5 a group that is, such as
# ``(?:…)*+``, matches wrongly. No backtracking is lost, as the alternatives of each group begin
# differently.
_TEXT = r"""
    "{3} (?: [^"\\]++ | \\. | "{1,2}(?!") )* "{3,5}
  | '{3} (?: [^']++ | '{1,2}(?!') )* '{3,5}
  | " (?: [^"\\\n]++ | \\. )* "
  | ' [^'\n]*+ '
"""

_SIMPLE = r"""
  (?: ^[ \t]*+ [\w-]++ [ \t]*+ = [ \t]*+ (?: "[^"\\\n]*+" | [^\s"'\[\]{}\#]++ ) [ \t\r]*+ \n )+
"""
"""Lines of a bare key and a plain value, which are most of a catalogue."""

_PIECE = re.compile(
    rf"(?xsm) {_SIMPLE} | {_TEXT} | \#[^\n]*+ | (?P<open>[\[{{]) | (?P<close>[\]}}])"
)

_HEADER = re.compile(rf"(?xs) (\[\[?) ( (?: {_TEXT} | [^\]\"'\n] )* )")

TOKEN = re.compile(
    rf"""(?xs)
    (?P<blank> (?: [ \t\r\n]++ | \#[^\n]*+ )+ )
  | (?P<word> {_TEXT} | [^\s\[\]{{}}=,.\#"']++ )
  | (?P<mark> [\[\]{{}}=,.] )
    """
)
"""Everything in valid TOML; a value of several words, such as a time, is several tokens."""


_OPEN = re.compile(rf"""(?xs) {_TEXT} | \#[^\n]*+ | (?P<quote> ["'] )""")


def unclosed_string(text: str) -> int | None:
    """Where a string starts that has no end, in a text that may be no TOML."""
    pieces = _OPEN.finditer(text)
    return next((piece.start() for piece in pieces if piece["quote"]), None)


class Table(NamedTuple):
    """A table of the file: its header, and the text up to the next one."""

    keys: tuple[str, ...]
    is_item: bool
    """Whether it is an item of an array of tables: ``[[…]]``."""
    start: int
    body: int
    end: int


def tables(text: str) -> Iterator[Table]:
    """The tables in the order of the file, the first without a header."""
    table = Table((), is_item=False, start=0, body=0, end=0)
    depth = 0
    for piece in _PIECE.finditer(text):
        if piece["open"]:
            if depth == 0 and _starts_a_line(text, piece.start()):
                yield table._replace(end=piece.start())
                table = _headed(text, piece.start())
            depth += 1
        elif piece["close"]:
            depth -= 1
    yield table._replace(end=len(text))


def _starts_a_line(text: str, place: int) -> bool:
    return not text[text.rfind("\n", 0, place) + 1 : place].strip(" \t\ufeff")


def _headed(text: str, start: int) -> Table:
    header = _HEADER.match(text, start)
    if header is None:
        raise ValueError("no header of a table")
    bracket, keys = header.groups()
    body = header.end() + len(bracket)
    return Table(_split(keys), bracket == "[[", start, body, body)


@lru_cache(maxsize=1000)
def _split(keys: str) -> tuple[str, ...]:
    return tuple(unquoted(token["word"]) for token in TOKEN.finditer(keys) if token["word"])


def unquoted(key: str) -> str:
    """A key as the document has it."""
    return str(tomli.loads(f"k = {key}")["k"]) if key[:1] in "\"'" else key
