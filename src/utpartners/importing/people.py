"""The people of a sheet: each is added once, known by address, or by name where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .mapping import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .planning import Planner


class People:
    """The people of a catalogue, and those that are to be added."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        people = planner.document.get("person", ())
        self._known = {key: one["id"] for one in people for key in _keys(one)}

    def ids(self, people: Sequence[dict[str, str]]) -> list[str]:
        """Return the ids of people, which are added where the catalogue lacks them."""
        return [self._id(one) for one in people]

    def _id(self, person: dict[str, str]) -> str:
        keys = _keys(person)
        id = next((self._known[key] for key in keys if key in self._known), None)
        if id is None:
            id = self._planner.free_id("person", person["name"])
            self._planner.add("person", {"id": id, **person})
        for key in keys:
            self._known.setdefault(key, id)
        return id


def _keys(person: dict[str, Any]) -> list[str]:
    if email := person.get("email"):
        return [email.casefold()]
    return [fold(person["name"])]
