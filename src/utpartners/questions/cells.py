"""What several questions have in common: columns, cells and filters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answers import Column, Row

JSON_KINDS = ("list", "names", "records")

_decoded = json.JSONDecoder().raw_decode
"""What json.loads does, without looking for blanks around what SQLite wrote."""


def cells(columns: Sequence[Column], rows: Iterator[Row]) -> Iterator[Row]:
    """Rows as SQL gives them, with nested values read from JSON and booleans from 0 and 1."""
    nested = [index for index, column in enumerate(columns) if column.kind in JSON_KINDS]
    records = [index for index in nested if columns[index].kind == "records"]
    flags = [index for index, column in enumerate(columns) if column.kind == "boolean"]
    for row in rows:
        values: list[Any] = list(row)
        for index in nested:
            values[index], _ = _decoded(values[index])
        for index in records:
            values[index] = nested_value(columns[index], values[index])
        for index in flags:
            values[index] = bool(values[index])
        yield tuple(values)


def nested_value(column: Column, value: Any) -> Any:
    """A value read from JSON, as a cell of its column: records become rows."""
    if column.kind == "records":
        return [
            tuple(
                nested_value(inner, cell) for inner, cell in zip(column.columns, row, strict=True)
            )
            for row in value
        ]
    if column.kind == "boolean":
        return bool(value)
    return value
