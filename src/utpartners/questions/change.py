"""A change of a record, and how it is said: what ``diff`` answers with, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ..answers import Column
from ..i18n import language, translated
from ..vocabulary import figure, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .. import model


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


def thing_of(kind: str, record: Any) -> Thing:
    """Return a record of a kind as what may have changed."""
    id = next(str(getattr(record, key)) for key in ("id", "code", "number") if hasattr(record, key))
    return Thing(kind, id, getattr(record, "name", id))


def with_kind(thing: Thing) -> str:
    """Return the name of a record with what it is: ``phase 3``."""
    return f"{translated(thing.kind)} {thing.name}"


def said_status(catalogue: model.Catalogue, partnership: model.Partnership) -> str:
    """Return the status of a partnership as people see it: by its name, where it has one."""
    id = partnership.status
    known = next((one for one in catalogue.statuses if one.id == id), None)
    name = known and (known.names.get(language()) or known.name)
    return name or word(id)


def differing(before: Any, after: Any, others: Sequence[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that differ, but for those that others take care of, with both values."""
    for field in before.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old != new and field not in others:
            yield field, old, new


def said(field: str, old: Any, new: Any) -> str:
    """Return how a field has changed: ``city is now Kyoto (was Tokyo)``.

    Of lists and of texts by language, only what differs is said.
    """
    name = translated(field.replace("_", " ").capitalize()).lower()
    if isinstance(old, dict) and isinstance(new, dict):
        tags = [tag for tag in {**old, **new} if old.get(tag) != new.get(tag)]
        parts = (_said(f"{name} ({tag})", old.get(tag), new.get(tag)) for tag in tags)
        return translated("; ").join(parts)
    if isinstance(old, list) and isinstance(new, list):
        return _said_of_lists(name, old, new)
    return _said(name, old, new)


def _said(name: str, old: Any, new: Any) -> str:
    # A field that a file leaves out has its default, which is one of these.
    if old in (None, [], {}):
        return translated("{name} is now {new}", name=name, new=_text(new))
    if new in (None, [], {}):
        return translated("{name} is no longer given (was {old})", name=name, old=_text(old))
    return translated("{name} is now {new} (was {old})", name=name, new=_text(new), old=_text(old))


def _said_of_lists(name: str, old: list[Any], new: list[Any]) -> str:
    come = [one for one in new if one not in old]
    gone = [one for one in old if one not in new]
    if not come and not gone:
        return translated("{name}: in another order", name=name)
    added, removed = translated("added: {values}"), translated("removed: {values}")
    parts = [
        pattern.format(values=_text(values))
        for pattern, values in ((added, come), (removed, gone))
        if values
    ]
    return translated("{name}: {parts}", name=name, parts=translated("; ").join(parts))


def _text(value: Any) -> str:
    """Return a value as one text that people can read."""
    if isinstance(value, bool):
        return translated("yes") if value else translated("no")
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    if isinstance(value, dict):
        return "; ".join(f"{tag}: {_text(text)}" for tag, text in value.items())
    return _of_record(value) if hasattr(value, "__struct_fields__") else str(value)


def _of_record(record: Any) -> str:
    """Return a nested record as one text: ``Faculty of Letters (until 2004)``."""
    values = msgspec.to_builtins(record)
    given = {key: value for key, value in values.items() if value not in (None, [], {})}
    if given.keys() == {"count", "of"}:
        return figure(given["count"], given["of"])
    name = given.pop("name", None) or given.pop("title", None)
    others = translated(", ").join(
        f"{translated(key.capitalize()).lower()} {_text(value)}" for key, value in given.items()
    )
    if name is None:
        return others
    return f"{name} ({others})" if others else str(name)
