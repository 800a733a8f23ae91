"""Rows of a made-up catalogue as the Parquet files that ``export -f parquet`` writes.

They are written as they come, a row group of each file at a time, so that memory does not grow
with the catalogue. No database is made, which would be far larger than the files.
"""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
from pyarrow.parquet import ParquetWriter

from utpartners.formats import parquet
from utpartners.store.derived import DERIVED
from utpartners.store.tables import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalogues import Row

    from utpartners.store.relation import Relation

    Cells = Sequence[Any]


def write(folder: Path, headers: dict[str, str], rows: Iterable[Row]) -> None:
    """Make a folder of Parquet files, of rows in files with these columns."""
    folder.mkdir(parents=True)
    files = {one.name: _File(folder, one, headers.get(one.name, "").split()) for one in RELATIONS}
    for row in rows:
        files[row.file].add(row.cells)
    for file in files.values():
        file.close()
    shutil.copyfile(Path(parquet.__file__).with_name(parquet.VIEWS), folder / parquet.VIEWS)


class _File:
    """The file of a relation, with the rows that are not written yet."""

    def __init__(self, folder: Path, relation: Relation, header: list[str]) -> None:
        self._relation = relation
        self._header = header
        self._schema = parquet.table_schema(relation)
        path = folder / f"{relation.name}.parquet"
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Cells] = []
        self._written = 0
        self._owner, self._number = None, 0
        derivation = DERIVED.get(relation.table)
        self._days = lru_cache(maxsize=100_000)(derivation.days) if derivation else None

    def add(self, cells: Cells) -> None:
        """Add a row. Those of an owner are counted where the header has no column of numbers."""
        if self._relation.is_counted and "number" not in self._header:
            self._number = self._number + 1 if cells[0] == self._owner else 1
            self._owner = cells[0]
            cells = (*cells, self._number)
        self._rows.append(cells)
        if len(self._rows) == parquet.BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        count = len(self._rows)
        names = [*self._header]
        if len(self._rows[0]) > len(names):
            names.append("number")
        given = dict(zip(names, zip(*self._rows, strict=True), strict=True))
        columns = [self._column(column, given, count) for column in self._relation.columns]
        if self._days is not None:
            columns += self._derived(self._days, given, count)
        first = self._written + 1
        columns.append(range(first, first + count))
        self._writer.write_batch(pyarrow.record_batch(columns, schema=self._schema))
        self._rows, self._written = [], self._written + count

    def _column(self, column: Any, given: Mapping[str, Cells], count: int) -> Cells:
        """Return the values of a column in its own type; a year is text where a time is."""
        if column.name not in given:
            default = column.default
            return [bool(default) if column.kind == "boolean" else default] * count
        type_of: Callable[[Any], Any] = {"string": str, "number": float}.get(column.kind, int)
        return [None if cell is None else type_of(cell) for cell in given[column.name]]

    def _derived(
        self, days: Callable[..., Cells], given: Mapping[str, Cells], count: int
    ) -> list[Cells]:
        """Return the columns of days; no phase is given to what is made up."""
        fields = DERIVED[self._relation.table].fields
        nothing = [None] * count
        values: list[Cells] = []
        for field in fields:
            if field == "phase":  # its first and last year
                values += [nothing, nothing]
            else:
                cells = given.get(field, nothing)
                values.append([None if cell is None else str(cell) for cell in cells])
        return [*zip(*map(days, *values), strict=True)]
