"""What a search found, best first: each record with the text around the words, and its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ..answers import record
from ..i18n import translated
from ..questions.excerpt import MARKS
from ..questions.record_names import namers
from ..vocabulary import word
from . import listing, parts
from .columns import fitted
from .document import Document, Grid

if TYPE_CHECKING:
    from ..answers import Answer, Table
    from ..store.store import Store
    from .document import Cell

_UNMARKED = str.maketrans("", "", "".join(MARKS))


def document(store: Store, answer: Answer) -> Document:
    """Return the document of what ``search`` answers."""
    table = cast("Table", answer)
    rows, more = listing.first_rows(table)
    if not rows or table.brief is None or table.brief.facts is None:
        return listing.document(store, table.with_rows(rows))
    partner = namers(store, partnership="partnership")["partnership"]
    home = parts.home_names(store)
    cells: list[list[Cell]] = []
    for row in (record(table.columns, one) for one in rows):
        name = str(partner(row)) if row["partnership"] else ""
        whose = [text for text in (name, *home(row)) if text and text != row["title"]]
        found = table.brief.facts(row)["found"].translate(_UNMARKED)
        cells.append(
            [
                [row["title"], *([found] if found else [])],
                whose or [""],
                [word(row["kind"])],
            ]
        )
    headings = [translated("Found in"), translated("Partner"), translated("Kind")]
    shares, _ = fitted(headings, cells)
    grid = Grid(headings, ["left"] * len(headings), cells, shares)
    notes = listing.faint(*more, *table.footnotes)
    return Document(table.title, [grid, *notes], table.counted())
