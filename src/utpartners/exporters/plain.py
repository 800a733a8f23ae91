"""Records as plain values, equal ones always as the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from ..model import Record


def plain(record: Record) -> dict[str, Any]:
    """The keys and values of a record, without those that say the default.

    msgspec alone would keep a text that equals the default and is another object.
    """
    table: dict[str, Any] = msgspec.to_builtins(record)
    for field in msgspec.structs.fields(record):
        if field.encode_name in table and table[field.encode_name] == field.default:
            del table[field.encode_name]
    return table
