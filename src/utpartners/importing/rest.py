"""The rows of a sheet that are left: as CSV, with what there is to look at in each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..answers import Column, Table
from ..i18n import translated
from ..render import Screen
from ..render.csv import render
from .grid import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .importer import Import


def path_of(sheet: str) -> str:
    """Return the path of the rows that are left: ``agreements.rest.csv``."""
    return f"{os.path.splitext(sheet)[0]}.rest.csv"


def text(found: Import) -> Iterator[str]:
    """Yield the file: a spreadsheet shows its cells as they are, and computes none of them."""
    labels = list(dict.fromkeys(label for labels in found.labels.values() for label in labels))
    columns = tuple(map(Column, [*labels, translated("To look at")]))
    return render(Table(columns, list(_rows(found, labels))), Screen(excel=True))


def _rows(found: Import, labels: list[str]) -> Iterator[tuple[str, ...]]:
    done = set()
    for entry in found.entries:
        if entry.state == "look" and (entry.sheet, entry.row) not in done:
            done.add((entry.sheet, entry.row))
            cells = dict(zip(found.labels[entry.sheet], entry.cells, strict=False))
            looks = "; ".join(look.sentence for look in entry.looks)
            yield *(text_of(cells.get(label)) for label in labels), looks
