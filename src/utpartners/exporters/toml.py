"""A whole catalogue as TOML: what is read and written again is the same, byte for byte.

The keys of a record have the order of the model, and those that say the default are left out.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
import tomli_w

from .plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue

_INLINE = "figures"
"""The list of tables that is written inline; each of the others has headers of its own."""


def export(catalogue: Catalogue) -> Iterator[str]:
    """A piece for each record."""
    yield "".join(_table("[catalogue]", "catalogue", plain(catalogue.about)))
    _, *lists = msgspec.structs.fields(catalogue)
    for field in lists:
        name = field.encode_name
        for record in getattr(catalogue, field.name):
            table = plain(record)
            yield "\n" + "".join(_table(f"[[{name}]]", name, table))


def _table(header: str, path: str, table: dict[str, Any]) -> Iterator[str]:
    nested = {key for key, value in table.items() if _is_tables(value) and key != _INLINE}
    yield f"{header}\n"
    own = ((key, value) for key, value in table.items() if key not in nested)
    for is_inline, items in groupby(own, key=lambda item: _is_inline(item[1])):
        if is_inline:
            yield from (f"{key} = {_inline(value)}\n" for key, value in items)
        else:
            yield tomli_w.dumps(dict(items))
    for key in (key for key in table if key in nested):
        for inner in table[key]:
            yield "\n"
            yield from _table(f"[[{path}.{key}]]", f"{path}.{key}", inner)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and isinstance(value[0], dict)


def _is_inline(value: Any) -> bool:
    return isinstance(value, dict) or _is_tables(value)


def _inline(value: Any) -> str:
    """A table of plain values, or a list of such tables, as a value."""
    if isinstance(value, list):
        return "[\n" + "".join(f"    {_inline(table)},\n" for table in value) + "]"
    return "{ " + tomli_w.dumps(value).removesuffix("\n").replace("\n", ", ") + " }"
