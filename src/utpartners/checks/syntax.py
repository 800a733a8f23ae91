"""What makes a text no TOML at all, told with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

import tomli

from .problem import Path, Problem
from .scan import unclosed_string

_DIGITS = re.compile(r"[0-9_]{4000,}")


class Misread(NamedTuple):
    """Where reading stopped, and why."""

    line: int
    column: int
    problem: Problem


def not_toml(error: BaseException | None, text: str) -> Misread:
    """A file that is no TOML, or no text in UTF-8.

    Reading stops there, so this is told alone: anything else shows when it is put right.
    """
    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(error)
    if isinstance(error, tomli.TOMLDecodeError):
        return _broken(error)
    if isinstance(error, RecursionError):
        return _told(1, 1, "Arrays and tables are nested too deeply")
    digits = _DIGITS.search(text)
    line, column = _place(text, digits.start()) if digits else (1, 1)
    return _told(line, column, "A number has too many digits" if digits else str(error))


def _broken(error: tomli.TOMLDecodeError) -> Misread:
    start = unclosed_string(error.doc) if error.pos >= len(error.doc) else None
    if start is None:
        return _told(error.lineno, error.colno, error.msg)
    return _told(*_place(error.doc, start), "The string that starts here has no end")


def _not_utf8(error: UnicodeDecodeError) -> Misread:
    before = error.object[: error.start].decode("utf-8-sig", "replace")
    line, column = _place(before, len(before))
    what = f"not UTF-8 text (byte 0x{error.object[error.start]:02x})"
    hint = "save it in that encoding"
    return Misread(line, column, Problem((), "catalogue file", what, "syntax", hint))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _told(line: int, column: int, what: str) -> Misread:
    path: Path = ()
    what = f"not TOML: {what[:1].lower()}{what[1:]}"
    return Misread(line, column, Problem(path, "catalogue file", what, "syntax"))
