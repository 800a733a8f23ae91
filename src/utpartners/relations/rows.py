"""The rows of a relation as they come from a file, each cell checked against the model."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import brief_repr, did_you_mean
from .cells import PARSERS, cell_fault, time_fault
from .sheet import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.relation import Relation
    from .sheet import Sheet

BATCH = 1000
"""Rows that are checked at once."""


def checked(relation: Relation, sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    """Line and values of each row, in the order of the columns. Raises CatalogueError."""
    problems = Problems(sheet)
    lines = sheet.lines()
    _, header = next(lines, (1, ()))
    places = places_of(relation, [cell or "" for cell in header], problems)
    check = _Check(relation, problems)
    rows = ((line, values_of(places, cells, line, problems)) for line, cells in lines if any(cells))
    while batch := list(islice(rows, BATCH)):
        check.batch(batch)
        if not problems.are_there:  # what is refused in the end need not be stored before
            yield from ((line, *values) for line, values in batch)
    problems.settle()


def places_of(relation: Relation, header: list[Any], problems: Problems) -> list[int | None]:
    """Where each column of a relation stands in the file."""
    names = [str(cell).strip() for cell in header]
    while names and not names[-1]:
        names.pop()
    known = [column.name for column in relation.columns]
    for place, name in enumerate(names):
        if not name:
            problems.add(1, "", f"column {place + 1} has no name", "unknown-key")
        elif name in names[:place]:
            problems.add(1, name, "this column stands there twice", "duplicate-id")
        elif name not in known:
            hint = did_you_mean(name, known) or f"known are {', '.join(known)}"
            problems.add(1, brief_repr(name), f"unknown column ({hint})", "unknown-key")
    for column in relation.columns:
        if column.required and column.name not in names:
            problems.add(1, column.name, "this column is missing", "missing-key")
    problems.settle()
    return [names.index(name) if name in names else None for name in known] + [len(names)]


def values_of(
    places: list[int | None], cells: Sequence[Any], line: int, problems: Problems
) -> list[Any]:
    """The cells of a line in the order of the columns of a relation, None where one is empty."""
    *wanted, width = places
    count = len(cells)
    if count > (width or 0) and any(cells[width:]):
        filled = max(place for place, cell in enumerate(cells, 1) if cell)
        problems.add(line, "", f"{filled} cells, but {width} columns")
    return [None if place is None or place >= count else (cells[place] or None) for place in wanted]


class _Check:
    """Checks rows as a whole, and cell by cell where something is wrong."""

    def __init__(self, relation: Relation, problems: Problems) -> None:
        self._relation = relation
        self._problems = problems
        columns = relation.columns
        types = [(f"c{n}", c.type if c.required else c.type | None) for n, c in enumerate(columns)]
        row = msgspec.defstruct("Row", types, array_like=True)
        self._type = list[row]  # type: ignore[valid-type]
        self._parsed = [(n, PARSERS[c.kind]) for n, c in enumerate(columns) if c.kind in PARSERS]
        self._times = [n for n, column in enumerate(columns) if column.type == model.Edtf]
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
                self._problems.add(line, self._relation.columns[place].name, wrong)

    def _years(self, line: int, first: Any, last: Any) -> None:
        if isinstance(first, int) and isinstance(last, int) and last < first:
            self._problems.add(line, "last", f"{last} is before {first}")

    def _explain(self, rows: list[tuple[int, list[Any]]]) -> None:
        for line, values in rows:
            for column, value in zip(self._relation.columns, values, strict=True):
                if what := cell_fault(column, value):
                    self._problems.add(line, column.name, what)
