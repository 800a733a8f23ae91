"""``match --ror``: the organisation of the registry that each name of a list means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import normalize
from ...answers import Column, View
from .find import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...answers import Row, Table
    from .index import Index
    from .organisation import Organisation

COLUMNS = (
    Column("ror", heading="ROR id", is_id=True),
    Column("ror_name", heading="ROR name"),
    Column("country"),
    Column("city"),
    Column("state", means="word"),
    Column("reason"),
    Column("ror_candidates", "list", heading="ROR candidates"),
)

VIEW = (
    View("Input", (("{input}",),)),
    View("State", (("{state}",), ("{reason}",))),
    View("ROR id", (("{ror}",),), is_id=True),
    View("Name", (("{ror_name}",), ("{city}", ", {country}"), ("{ror_candidates}",))),
    View("Id", (("{id}",),), is_id=True, widths=(100, 1 << 30)),
)


def with_organisations(answer: Table, index: Index) -> Table:
    """Return an answer of ``match`` with the organisation that each of its names means."""
    table = answer.with_rows(_rows(answer, index))
    table.columns = (*answer.columns, *COLUMNS)
    table.view = VIEW
    return table


def _rows(answer: Table, index: Index) -> Iterator[Row]:
    # A list of visitors has the same university on many lines.
    known: dict[str, Row] = {}
    for row in answer:
        text = str(row[0])
        key = " ".join(text.split())
        if key not in known:
            known[key] = _row(index, text)
        yield (*row, *known[key])


def _row(index: Index, text: str) -> Row:
    found = find(index, text)
    if found.state != "match":
        candidates = [described(one) for one in found.organisations]
        return None, None, None, None, found.state, found.reason, candidates
    (one,) = found.organisations
    place = one.locations[0] if one.locations else None
    country, city = (place.country, place.city) if place else (None, None)
    return one.id, one.name, country, city, found.state, found.reason, []


def described(one: Organisation) -> str:
    """Return an organisation with what tells it apart: id, name, place, type and status."""
    place = one.locations[0] if one.locations else None
    facts = [place.city, place.country] if place else []
    facts += [*one.types, *([] if one.status == "active" else [one.status])]
    return f"{one.id} {' '.join(one.name.split())} ({', '.join(facts)})"


def is_name(text: str) -> bool:
    """Return whether a text of the registry may stand in a catalogue as a name."""
    return (
        len(text) <= normalize.LONGEST_NAME and text.isprintable() and bool(normalize.words(text))
    )
