"""What makes a file no catalogue at all, told with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec
import tomli

from ..diagnostics import Problem
from .scan import unclosed_string

_DIGITS = re.compile(r"[0-9_]{4000,}")
_BYTE = re.compile(r" \(byte (\d+)\)$")


class Misread(NamedTuple):
    """Where reading stopped, and why."""

    line: int
    column: int
    problem: Problem


def unreadable(what: str, hint: str = "") -> Problem:
    """A file has not its form: it is no TOML or JSON, no text in UTF-8, no whole zip or database.

    Reading stops there, so this is told alone: anything else shows when it is put right.
    """
    return Problem((), "catalogue file", what, "syntax", hint)


def misread(error: BaseException | None, text: str) -> Misread:
    """What the error of a parser of TOML or JSON, or of UTF-8, says of the file."""
    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(error)
    if isinstance(error, tomli.TOMLDecodeError):
        return _broken(error)
    if isinstance(error, msgspec.DecodeError):
        offset, reason = json_fault(error, text)
        return Misread(*_place(text, offset), unreadable(f"not JSON: {reason}"))
    if isinstance(error, RecursionError):
        return Misread(1, 1, unreadable("nested too deeply to be a catalogue"))
    digits = _DIGITS.search(text)
    line, column = _place(text, digits.start()) if digits else (1, 1)
    return _told(line, column, "A number has too many digits" if digits else str(error))


def json_fault(error: msgspec.DecodeError, text: str) -> tuple[int, str]:
    """Where in the text a parser of JSON stopped, and why."""
    message = str(error)
    found = _BYTE.search(message)
    before = text.encode()[: int(found[1]) if found else None]
    return len(before.decode("utf-8", "ignore")), _BYTE.sub("", message).removeprefix(
        "JSON is malformed: "
    )


def _broken(error: tomli.TOMLDecodeError) -> Misread:
    start = unclosed_string(error.doc) if error.pos >= len(error.doc) else None
    if start is None:
        return _told(error.lineno, error.colno, error.msg)
    return _told(*_place(error.doc, start), "The string that starts here has no end")


def _not_utf8(error: UnicodeDecodeError) -> Misread:
    before = error.object[: error.start].decode("utf-8-sig", "replace")
    line, column = _place(before, len(before))
    what = f"not UTF-8 text (byte 0x{error.object[error.start]:02x})"
    return Misread(line, column, unreadable(what, "save it in that encoding"))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _told(line: int, column: int, what: str) -> Misread:
    return Misread(line, column, unreadable(f"not TOML: {what[:1].lower()}{what[1:]}"))
