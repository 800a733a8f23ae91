"""What ``enrich --write`` changes in the file of a catalogue."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..plan import Place, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...answers import Facts


def enriched(document: dict[str, Any], proposals: Iterable[Facts], dump: str) -> dict[str, Any]:
    """Return the document of a catalogue with what the rows of ``enrich`` propose, and evidence."""
    plan = Plan()
    places = {one["id"]: number for number, one in enumerate(document["institution"])}
    for proposal in proposals:
        if proposal["proposed"]:
            number = places[proposal["id"]]
            known = document["institution"][number]
            for key, value in _values(known, proposal, os.path.basename(dump)):
                plan.set(Place("institution", number), key, value)
    return plan.applied(document)


def _values(known: dict[str, Any], proposal: Facts, dump: str) -> Iterable[tuple[str, Any]]:
    """Yield the keys of an institution that are set, with their values."""
    new = proposal["proposed"]
    if "city" in new:
        yield "city", proposal["city"]
    if "coordinates" in new:
        yield "latitude", proposal["latitude"]
        yield "longitude", proposal["longitude"]
        # The registry has the coordinates of the city, from GeoNames.
        yield "placement", "city"
    for key in ("website", "ror"):
        if key in new:
            yield key, proposal[key]
    if "names" in new:
        yield "names", {**known.get("names", {}), **proposal["names"]}
    if "aliases" in new:
        yield "aliases", [*known.get("aliases", []), *proposal["aliases"]]
    id = proposal["ror"].rpartition("/")[2]
    evidence = f"ROR, {dump} ({id}): {', '.join(new)}"
    yield "evidence", [*known.get("evidence", []), evidence]
