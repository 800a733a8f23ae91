"""Values of an answer as text, as several formats write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import is_empty
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Column, Facts, Line, Row, Table


def cell(value: Any) -> str:
    """Return a value as one text: lists joined with ``; ``, null empty, booleans as in JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return " ".join(filter(None, map(cell, value)))
    if isinstance(value, list):
        return "; ".join([one if isinstance(one, str) else cell(one) for one in value])
    return str(value)


def line(pieces: Line, values: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """Return a line of a view: each piece whose value is not empty, without leading separators.

    ``{key|instead}`` shows ``instead`` for an empty value; a true boolean shows its column's title.
    """
    text = ""
    for piece in pieces:
        # Not str.format: a value may hold braces, and an empty one drops the text around it.
        before, _, rest = translated(piece).partition("{")
        field, _, after = rest.partition("}")
        key, _, instead = field.partition("|")
        shown = _shown(values[key], titles.get(key, "")) or instead
        if shown:
            text += (before if text else before.lstrip(" ·,")) + shown + after
    return text


def _shown(value: Any, title: str) -> str:
    if isinstance(value, bool):
        return title.lower() if value else ""
    if isinstance(value, dict):
        return " · ".join(f"{inner} [{key}]" for key, inner in value.items())
    if isinstance(value, list):
        return translated(", ").join(map(cell, value))
    return "" if is_empty(value) else cell(value)


def names_first(table: Table) -> Table:
    """Return a table in which no id stands before the name of what it identifies.

    So on a sheet or page that is read as a document; data begins with the id.
    """
    columns = table.columns
    places = [n for n, column in enumerate(columns) if not column.is_id]
    named = [n for n in places if columns[n].key == "name" and len(places) < len(columns)]
    first = next(iter([*named, *places]), 0)
    if not first or columns[first].kind != "text":
        return table
    order = (first, *range(first), *range(first + 1, len(columns)))
    moved = table.with_rows(tuple(row[place] for place in order) for row in table)
    moved.columns = tuple(columns[place] for place in order)
    return moved


def by_key(columns: Sequence[Column], row: Row) -> Facts:
    """Return the cells of a row by the key of their column; nested rows stay as they are."""
    return {column.key: value for column, value in zip(columns, row, strict=True)}


def titles(columns: Sequence[Column]) -> dict[str, str]:
    """Return the titles of columns by their key."""
    return {column.key: column.title for column in columns}


def shared_unit(rows: Sequence[Facts]) -> str:
    """Return the unit of the counts of some rows; empty where they count unlike things."""
    units = {str(row.get("unit", "")) for row in rows}
    return units.pop() if len(units) == 1 else ""
