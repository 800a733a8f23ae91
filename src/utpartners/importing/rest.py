"""The rows of a sheet that are left: as CSV, with what there is to look at in each."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING

from ..i18n import translated
from .grid import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .importer import Import


def path_of(sheet: str) -> str:
    """Return the path of the rows that are left: ``agreements.rest.csv``."""
    return f"{os.path.splitext(sheet)[0]}.rest.csv"


def text(found: Import) -> Iterator[str]:
    """Yield the file, row by row."""
    labels = list(dict.fromkeys(label for labels in found.labels.values() for label in labels))
    # With a mark, as such files are opened in Excel.
    yield "\ufeff" + _line([*labels, translated("To look at")])
    done = set()
    for entry in found.entries:
        if entry.state == "look" and (entry.sheet, entry.row) not in done:
            done.add((entry.sheet, entry.row))
            cells = dict(zip(found.labels[entry.sheet], entry.cells, strict=False))
            looks = "; ".join(look.sentence for look in entry.looks)
            yield _line([*(text_of(cells.get(label)) for label in labels), looks])


def _line(cells: list[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
