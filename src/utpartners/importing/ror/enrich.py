"""``enrich``: what the registry knows of the institutions of a catalogue, and the catalogue lacks.

Nothing that a catalogue says is replaced: what the registry says differently is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answers import Column, Table, View
from ...i18n import translated
from ...store.records import parts
from .institution import found_for
from .matching import described
from .proposals import Proposals, contradictions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ... import model
    from ...answers import Row
    from ...store.store import Store
    from .index import Index

COLUMNS = (
    Column("id", is_id=True),
    Column("name"),
    Column("state", means="word"),
    Column("reason"),
    Column("proposed", "list"),
    Column("ror", heading="ROR id", is_id=True),
    Column("ror_name", heading="ROR name"),
    Column("country"),
    Column("city"),
    Column("latitude", "number", is_whole=False),
    Column("longitude", "number", is_whole=False),
    Column("website"),
    Column("names", "names"),
    Column("aliases", "list"),
    Column("candidates", "list"),
    Column("contradictions", "list"),
)

VIEW = (
    View("Institution", (("{name}",), ("{id}",))),
    View("State", (("{state}",), ("{reason}",))),
    View("ROR id", (("{ror}",), ("{ror_name}",))),
    View(
        "Proposed",
        (
            ("{city}", ", {latitude}", ", {longitude}"),
            ("{website}",),
            ("{names}",),
            ("{aliases}",),
        ),
    ),
    View("To look at", (("{contradictions}",), ("{candidates}",))),
)

_LANGUAGE = "SELECT language FROM main.catalogue ORDER BY pk LIMIT 1"


def enrich(store: Store, index: Index) -> Table:
    """Return a row for each institution, with what the registry has and the catalogue lacks.

    ``state`` is ``known`` where the catalogue has its ROR id, ``match`` where exactly one
    organisation of its country has its name, ``candidate`` where several may be meant, or ``none``.
    City, coordinates, website, names and aliases are only those that the catalogue lacks.
    """
    title = translated("Institutions in ROR")
    return Table(COLUMNS, _rows(store, index), title=title, view=VIEW)


def _rows(store: Store, index: Index) -> Iterator[Row]:
    (language,) = store.one(_LANGUAGE) or ("en",)
    proposals = Proposals(store, language)
    for part in parts(store):
        for institution in part.institutions:
            yield _row(index, institution, proposals)


def _row(index: Index, one: model.Institution, proposals: Proposals) -> Row:
    found = found_for(index, one)
    head = one.id, one.name, found.state, found.reason or None
    against = contradictions(one, found)
    if found.state not in ("match", "known"):
        candidates = [described(other) for other in found.organisations]
        return (*head, [], one.ror, *[None] * 6, {}, [], candidates, against)
    if not found.organisations:
        return (*head, [], one.ror, *[None] * 6, {}, [], [], against)
    (organisation,) = found.organisations
    place = organisation.location_in(one.country)
    new = {} if against else proposals.of(one, organisation)
    return (
        *head,
        list(new),
        organisation.id,
        organisation.name,
        place.country if place else None,
        new.get("city"),
        *(new.get("coordinates") or (None, None)),
        new.get("website"),
        new.get("names", {}),
        new.get("aliases", []),
        [],
        against,
    )
