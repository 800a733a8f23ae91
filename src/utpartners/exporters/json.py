"""A whole catalogue as JSON: the tables and keys of the TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ..render.json import encoded
from .plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue


def export(catalogue: Catalogue) -> Iterator[str]:
    """One object, indented, with a piece for each record."""
    about, *lists = msgspec.structs.fields(catalogue)
    yield f'{{\n  "{about.encode_name}": {_indented(catalogue.about, 2)}'
    for field in lists:
        start = f',\n  "{field.encode_name}": [\n    '
        for record in getattr(catalogue, field.name):
            yield start + _indented(record, 4)
            start = ",\n    "
        if start.startswith(",\n    "):
            yield "\n  ]"
    yield "\n}\n"


def _indented(record: Any, depth: int) -> str:
    return encoded(plain(record), indent=2).replace("\n", "\n" + " " * depth)
