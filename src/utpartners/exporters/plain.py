"""Records as plain values, equal ones always as the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from ..model import Record


def plain(record: Record) -> dict[str, Any]:
    """The keys and values of a record, without those that say the default.

    msgspec alone would keep a text that equals the default and is another object.
    """
    table: dict[str, Any] = msgspec.to_builtins(record)
    for key, default in _default_texts(type(record)):
        if table.get(key) == default:
            del table[key]
    return table


@cache
def _default_texts(record: type[Record]) -> list[tuple[str, str]]:
    return [
        (field.encode_name, field.default)
        for field in msgspec.structs.fields(record)
        if isinstance(field.default, str)
    ]
