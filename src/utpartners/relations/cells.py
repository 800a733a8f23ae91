"""Single cells: what their text says, and what is wrong with them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .. import edtf
from ..checks.shape import expected
from ..diagnostics import brief_repr
from ..fields import fits

if TYPE_CHECKING:
    from ..store.relation import RelationColumn


def cell_fault(column: RelationColumn, value: Any) -> str | None:
    """What is wrong with a value for a column, if anything."""
    if value is None:
        return "a value is missing" if column.required else None
    if fits(value, column.type):
        return None
    return f"must be {expected(column.type)}, not {brief_repr(value)}"


@lru_cache(maxsize=10_000)
def time_fault(when: str, calendar: str | None) -> str | None:
    """What is wrong with a time, if anything."""
    try:
        edtf.bounds(when, calendar)
    except ValueError as error:
        return str(error)
    return None


_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?\Z")


def _integer(cell: Any) -> Any:
    return int(cell) if isinstance(cell, str) and _INTEGER.match(cell) else cell


def _number(cell: Any) -> Any:
    return float(cell) if isinstance(cell, str) and _NUMBER.match(cell) else cell


def _boolean(cell: Any) -> Any:
    return {"true": True, "false": False}.get(cell.lower(), cell) if isinstance(cell, str) else cell


PARSERS = {"integer": _integer, "number": _number, "boolean": _boolean}
"""What makes a value of the text of a cell; text that says no such value stays text."""
