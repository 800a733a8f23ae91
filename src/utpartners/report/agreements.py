"""The agreements under their states, with the partner, the departments and the people of each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, cast

from ..answers import record
from ..questions.agreement import state_said
from ..questions.agreements import ORDER
from . import listing, parts
from .document import Block, Document, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Answer, Facts, Table
    from ..store.store import Store


def document(store: Store, answer: Answer) -> Document:
    """Return the document of what ``agreements`` answers; of sorted ones, without headings."""
    table = cast("Table", answer)
    rows, more = listing.first_rows(table)
    if table.brief is None or not rows:
        return listing.document(store, table.with_rows(rows))
    facts = parts.with_department_names(store, [record(table.columns, row) for row in rows])
    is_sorted = table.brief.section is None
    blocks = [parts.agreements(facts, with_partner=True)] if is_sorted else _states(facts)
    notes = listing.faint(*more, *table.footnotes)
    return Document(table.title, [*blocks, *notes], table.counted())


def _states(rows: Sequence[Facts]) -> list[Block]:
    """Return the agreements of each state, in tables whose columns have the same widths."""
    by_state: dict[str, list[Facts]] = {state: [] for state in ORDER}
    for row in rows:
        by_state[row["state"]].append(row)
    ordered = [row for found in by_state.values() for row in found]
    whole = parts.agreements(ordered, with_partner=True, with_state=False)
    cells = iter(whole.rows)
    blocks: list[Block] = []
    for state, found in by_state.items():
        if found:
            name = state_said({"state": state})
            heading = Heading(name[:1].upper() + name[1:], f"{len(found):,}")
            blocks += [heading, whole._replace(rows=list(islice(cells, len(found))))]
    return blocks
