"""The cells of a relation in a file, each read and checked against the model."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from .. import field_types
from ..checks.shape import refusal, value_hint
from ..checks.times import time_fault, time_hint
from ..diagnostics import with_hint
from ..fields import fits
from ..i18n import translated
from .sheets import CellFault, SheetProblems, column_positions, row_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.relation import Relation, RelationColumn
    from .sheets import Sheet


def cell_fault(column: RelationColumn, value: Any) -> str | None:
    """Return what is wrong with a value for a column, if anything."""
    if value is None:
        return translated("required, but empty") if column.required else None
    if isinstance(value, CellFault):
        return value.what
    if fits(value, column.type):
        return None
    hint = value_hint(value, column.type)
    what = refusal(value, column.type)
    return with_hint(what, hint)


_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?\Z")


def _integer(cell: Any) -> Any:
    return int(cell) if isinstance(cell, str) and _INTEGER.match(cell) else cell


def _number(cell: Any) -> Any:
    return float(cell) if isinstance(cell, str) and _NUMBER.match(cell) else cell


def _boolean(cell: Any) -> Any:
    return {"true": True, "false": False}.get(cell.lower(), cell) if isinstance(cell, str) else cell


PARSERS = {"integer": _integer, "number": _number, "boolean": _boolean}
"""For each kind of column, what reads the text of a cell.

Text that is no such value stays text, so that the message about it can repeat it.
"""


BATCH = 1000
"""Rows that msgspec converts at once, which is much faster than one by one."""


def checked(relation: Relation, sheet: Sheet, notes: list[str]) -> Iterator[tuple[Any, ...]]:
    """Return line and values of each row, in the order of the columns. Raises CatalogueError.

    What is not read is added to ``notes``.
    """
    problems = SheetProblems(sheet)
    lines = sheet.lines()
    _, header = next(lines, (1, ()))
    places = column_positions(relation, [cell or "" for cell in header], problems)
    check = _Check(relation, problems)
    rows = (
        (line, row_values(places, cells, line, problems)) for line, cells in lines if any(cells)
    )
    while batch := list(islice(rows, BATCH)):
        check.batch(batch)
        if not problems.exist:  # a sheet with a problem is refused in the end
            yield from ((line, *values) for line, values in batch)
    notes += problems.notes
    problems.raise_if_any()


class _Check:
    """Checks rows in batches, and cell by cell where a batch has something wrong."""

    def __init__(self, relation: Relation, problems: SheetProblems) -> None:
        self._relation = relation
        self._problems = problems
        columns = relation.columns
        types = [(f"c{n}", c.type if c.required else c.type | None) for n, c in enumerate(columns)]
        row = msgspec.defstruct("Row", types, array_like=True)
        self._type = list[row]  # type: ignore[valid-type]
        self._parsed = [(n, PARSERS[c.kind]) for n, c in enumerate(columns) if c.kind in PARSERS]
        self._times = [n for n, column in enumerate(columns) if column.type == field_types.Edtf]
        names = [column.name for column in columns]
        self._calendar = names.index("calendar") if "calendar" in names else None
        self._span = (names.index("first"), names.index("last")) if "last" in names else None

    def batch(self, rows: list[tuple[int, list[Any]]]) -> None:
        for _, values in rows:
            for place, parse in self._parsed:
                values[place] = parse(values[place])
        try:
            msgspec.convert([values for _, values in rows], self._type)
        except msgspec.ValidationError:
            self._explain(rows)
        for line, values in rows:
            for place in self._times:
                self._time(line, values, place)
            if self._span:
                self._years(line, *(values[place] for place in self._span))

    def _time(self, line: int, values: list[Any], place: int) -> None:
        if isinstance(when := values[place], str):
            calendar = values[self._calendar] if self._calendar is not None else None
            if wrong := time_fault(when, calendar):
                name = self._relation.columns[place].name
                self._problems.add(line, name, with_hint(wrong, time_hint(when)))

    def _years(self, line: int, first: Any, last: Any) -> None:
        if isinstance(first, int) and isinstance(last, int) and last < first:
            self._problems.add(
                line, "last", translated("{last} is before first {first}", last=last, first=first)
            )

    def _explain(self, rows: list[tuple[int, list[Any]]]) -> None:
        for line, values in rows:
            for column, value in zip(self._relation.columns, values, strict=True):
                if what := cell_fault(column, value):
                    self._problems.add(line, column.name, what)
