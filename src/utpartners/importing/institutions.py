"""Add the institution of a partner, or what the sheet knows of one that the catalogue has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .languages import name_in
from .mapping import fold
from .plan import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .entries import Entry
    from .known_partners import Partner
    from .planning import Planner

SINGLE = ("abbreviation", "city", "website", "ror")
"""What a row may say of an institution in one value."""


def merge_institution(planner: Planner, partner: Partner, entries: Sequence[Entry]) -> None:
    """Plan what rows say of the institution of their partner."""
    said = _said(entries)
    names = {partner.name, *said.get("names", {}).values(), said.get("abbreviation")}
    spellings = [*partner.aliases, *(a for e in entries for a in e.institution.get("aliases", ()))]
    aliases = [alias for alias in dict.fromkeys(spellings) if alias not in names]
    if partner.country:
        language = planner.document["catalogue"].get("language", "en")
        country = {"code": partner.country, "name": name_in(partner.country, language)}
        planner.add("country", country)
    name = f"institution/{partner.id}"
    index = planner.index("institution", partner.id)
    if index is None:
        record = {"id": partner.id, "name": partner.name}
        record |= _in_order(said, aliases, partner.country)
        planner.add("institution", record)
        planner.note(name, record)
        return
    place = Place("institution", index)
    current = planner.document["institution"][index]
    if said.get("names"):
        said["names"] = {**said["names"], **current.get("names", {})}
    planner.set_values(place, name, current, said, entries[0])
    if planner.extend(place, name, "aliases", current, aliases, fold):
        entries[0].state = "changed"


def _said(entries: Sequence[Entry]) -> dict[str, Any]:
    """Return what rows say of an institution; of two values the first counts."""
    said: dict[str, Any] = {}
    for entry in entries:
        for field in SINGLE:
            if field in entry.institution:
                said.setdefault(field, entry.institution[field])
        for language, name in entry.institution.get("names", {}).items():
            said.setdefault("names", {}).setdefault(language, name)
    return said


def _in_order(said: dict[str, Any], aliases: list[str], country: str | None) -> dict[str, Any]:
    record = {
        "abbreviation": said.get("abbreviation"),
        "names": said.get("names"),
        "aliases": aliases,
        "country": country,
    }
    record |= {field: said.get(field) for field in ("city", "website", "ror")}
    return {field: value for field, value in record.items() if value}
