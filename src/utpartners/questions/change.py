"""A change of a record, and how it is said: what ``diff`` answers with, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ..answers import Column
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Change(NamedTuple):
    """One row of the answer; its fields are the columns."""

    change: str
    kind: str
    id: str
    name: str
    field: str | None
    old: str | None
    new: str | None
    summary: str


COLUMNS = tuple(
    Column(name, means="word" if name in ("change", "kind") else "") for name in Change._fields
)


class Thing(NamedTuple):
    """A record that may have changed, and its name in sentences."""

    kind: str
    id: str
    name: str

    def change(
        self, change: str, summary: str, field: str = "", old: object = None, new: object = None
    ) -> Change:
        """Return a change of this record."""
        before, after = (None if value is None else _text(value) for value in (old, new))
        return Change(change, self.kind, self.id, self.name, field or None, before, after, summary)


def differing(before: Any, after: Any, others: Sequence[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that differ, but for those that others take care of, with both values."""
    for field in before.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old != new and field not in others:
            yield field, old, new


def said(field: str, old: Any, new: Any) -> str:
    """Return how a field has changed: ``city is now Kyoto (was Tokyo)``."""
    name = translated(field.replace("_", " ").capitalize()).lower()
    # A field that a file leaves out has its default, which is one of these.
    if old in (None, [], {}):
        return translated("{name} is now {new}", name=name, new=_text(new))
    if new in (None, [], {}):
        return translated("{name} is no longer given (was {old})", name=name, old=_text(old))
    return translated("{name} is now {new} (was {old})", name=name, new=_text(new), old=_text(old))


def _text(value: Any) -> str:
    """Return a value as one text; records and names as their JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return msgspec.json.encode(value).decode()
