"""Names that fit into a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

if TYPE_CHECKING:
    from .asked import Record

LONGEST = 26
"""Cells of a name before its abbreviation is preferred, or it is cut."""


def short(record: Record, longest: int = LONGEST) -> str:
    """The name of a record where it is short, else its abbreviation, else the start of the name."""
    name: str = record["name"]
    return name if cell_len(name) <= longest else record["abbreviation"] or cut(name, longest)


def cut(text: str, longest: int = LONGEST) -> str:
    """A text of so many cells at most."""
    if cell_len(text) <= longest:
        return text
    return set_cell_size(text, longest - 1).rstrip() + "…"
