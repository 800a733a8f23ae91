"""What the errors of the parsers of TOML and JSON say of a file, with its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
import tomli

from ..checks.shape import unreadable
from ..diagnostics import not_of
from ..i18n import translated

if TYPE_CHECKING:
    from ..diagnostics import Problem
    from .faults import Fault


class Misread(NamedTuple):
    """Where reading stopped, and why; line and column are from 1 and in characters."""

    line: int
    column: int
    problem: Problem


def misread(error: BaseException | None, text: str) -> Misread:
    """Return what an error of a parser of TOML or JSON, or of UTF-8, says of the file."""
    from . import faults, json_faults, toml_faults

    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(error)
    if isinstance(error, tomli.TOMLDecodeError):
        return _not("TOML", toml_faults.explain(error), text)
    if isinstance(error, msgspec.DecodeError):
        return _not("JSON", json_faults.explain(error, text), text)
    if isinstance(error, RecursionError):
        return Misread(1, 1, unreadable(translated("nested too deeply to be a catalogue")))
    return _not("TOML", faults.too_many_digits(text) or faults.Fault(0, str(error)), text)


def _not(syntax: str, fault: Fault, text: str) -> Misread:
    return Misread(*_place(text, fault.offset), unreadable(not_of(syntax, fault.what), fault.hint))


def _not_utf8(error: UnicodeDecodeError) -> Misread:
    before = error.object[: error.start].decode("utf-8-sig", "replace")
    line, column = _place(before, len(before))
    what = translated("not UTF-8 text (byte 0x{byte:02x})", byte=error.object[error.start])
    return Misread(line, column, unreadable(what, translated("save it in that encoding")))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
