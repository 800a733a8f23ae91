"""Reads the rows of a sheet as they are, right or wrong, and tells what no row can say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..checks.findings import finding
from ..diagnostics import Finding, Problem
from .cells import PARSERS
from .rows import places_of, values_of
from .sheet import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.relation import Relation
    from .sheet import Sheet


class Reading(Problems):
    """A sheet that is read; what is wrong with its columns is in ``found``, not raised."""

    def __init__(self, relation: Relation, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.found: list[Finding] = []
        self._relation = relation

    @property
    def has_columns(self) -> bool:
        """Whether every column is there that has to be."""
        return all(one.problem.rule != "missing-key" for one in self.found)

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The line of each row, and its values by column: those that are there.

        Raises UnreadableError where the sheet cannot be read any further.
        """
        lines = self._sheet.lines()
        _, header = next(lines, (1, ()))
        places = places_of(self._relation, [cell or "" for cell in header], self)
        if not self.has_columns:
            return
        columns = [(column.name, PARSERS.get(column.kind)) for column in self._relation.columns]
        for line, cells in lines:
            if any(cells):
                values = zip(columns, values_of(places, cells, line, self), strict=True)
                yield (
                    line,
                    {
                        name: parse(value) if parse else value
                        for (name, parse), value in values
                        if value is not None
                    },
                )

    def add(self, line: int, column: str, what: str, rule: str = "type") -> None:
        """Note a problem as a finding."""
        what = f"{column}: {what}" if column else what
        problem = Problem((), f"table {self._relation.name}", what, rule)
        self.found.append(finding(self._sheet.place(line), problem))

    def settle(self) -> None:
        """Go on: whoever reads looks at ``found``."""
