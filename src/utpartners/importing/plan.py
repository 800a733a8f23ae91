"""What an import is to change in a catalogue: records to add, and values to set."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

TABLES = ("status", "country", "institution", "department", "person", "partnership")
"""The tables that an import adds to."""

KEYS = {"country": "code", "status": "id"}
"""The key of a table whose records are not called by ``id``."""


class Place(NamedTuple):
    """A record of the catalogue's file, or an agreement of one."""

    table: str
    number: int
    """Which of the table it is, from 0."""
    agreement: int | None = None
    """Index of the agreement within a partnership."""


@dataclass
class Plan:
    """The changes, in the order in which they were found."""

    added: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {t: [] for t in TABLES})
    values: dict[Place, dict[str, Any]] = field(default_factory=dict)
    agreements: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    """New agreements by the index of their partnership."""

    def set(self, place: Place, key: str, value: Any) -> None:
        """Set a value of a record."""
        self.values.setdefault(place, {})[key] = value

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to change."""
        return not (self.values or self.agreements or any(self.added.values()))

    def applied(self, document: dict[str, Any]) -> dict[str, Any]:
        """Return a document with the changes, without changing it itself."""
        result = dict(document)
        changed = {place[:2] for place in self.values} | {
            ("partnership", i) for i in self.agreements
        }
        for table in {table for table, _ in changed}:
            result[table] = [
                self._record(table, index, record) if (table, index) in changed else record
                for index, record in enumerate(document[table])
            ]
        for table, records in self.added.items():
            if records:
                result[table] = [*result.get(table, ()), *records]
        return result

    def _record(self, table: str, index: int, record: dict[str, Any]) -> dict[str, Any]:
        result = {**record, **self.values.get(Place(table, index), {})}
        if table != "partnership":
            return result
        agreements = [
            {**one, **self.values.get(Place(table, index, number), {})}
            for number, one in enumerate(record.get("agreement", ()))
        ]
        agreements += self.agreements.get(index, [])
        return {**result, "agreement": agreements} if agreements else result
