"""``diff``: what changed from one catalogue to another, in the catalogue's own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ..answers import Brief, Column, Notes, Table, View
from ..i18n import translated
from ..vocabulary import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .. import model

PROMOTION = ("prospective", "primary")
"""The status before and after a promotion; its reverse, and any other, is just a change."""


class _Change(NamedTuple):
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
    Column(name, means="word" if name in ("change", "kind") else "") for name in _Change._fields
)


class _Thing(NamedTuple):
    """A record that may have changed, and its name in sentences."""

    kind: str
    id: str
    name: str

    def change(
        self, change: str, summary: str, field: str = "", old: object = None, new: object = None
    ) -> _Change:
        """Return a change of this record."""
        before, after = (None if value is None else _text(value) for value in (old, new))
        return _Change(change, self.kind, self.id, self.name, field or None, before, after, summary)


def diff(old: model.Catalogue, new: model.Catalogue, between: str = "") -> Table:
    """Return a row for each change from an old catalogue to a new one.

    Records are the same where their ids are, whatever their order.
    """
    rows = [*_of_partnerships(old, new), *_of_others(old, new)]
    order = list(dict.fromkeys([*GROUPS, *(row.change for row in rows)]))
    rows.sort(key=lambda row: order.index(row.change))
    title = translated("Changes {between}").format(between=between).rstrip()
    return Table(
        COLUMNS,
        rows,
        title=title,
        shape=Notes("change", "summary"),
        brief=Brief((View("", (("{summary}",),)),), section="change"),
        counted=lambda: _counted(len(rows)),
    )


def _counted(count: int) -> str:
    one, several = translated("{count} change"), translated("{count} changes")
    return (one if count == 1 else several).format(count=f"{count:,}")


GROUPS = (
    "added",
    "ended",
    "promoted",
    "renamed",
    "joined",
    "left",
    "changed",
    "removed",
)
"""The changes, in the order of the answer."""


def _of_partnerships(old: model.Catalogue, new: model.Catalogue) -> Iterator[_Change]:
    for before, after in _pairs(old.partnerships, new.partnerships, "id"):
        if before is None:
            yield _thing("partnership", after).change(
                "added",
                translated("{name}: new, {status}", name=after.name, status=word(after.status)),
            )
        elif after is None:
            thing = _thing("partnership", before)
            yield thing.change(
                "ended", translated("{name}: no longer in the catalogue", name=before.name)
            )
        elif before != after:
            thing = _thing("partnership", after)
            yield from _of_status(thing, before, after)
            yield from _of_name(thing, before, after)
            yield from _of_lists(thing, before, after)
            yield from _of_nested(thing, "activity", before.activities, after.activities, "title")
            yield from _of_nested(thing, "agreement", before.agreements, after.agreements, "kind")
            yield from _of_fields(thing, before, after, _WITH_OWN_ROWS)


_WITH_OWN_ROWS = (
    "name",
    "status",
    "members",
    "departments",
    "activities",
    "agreements",
)
"""Fields whose changes have rows of their own."""


def _of_status(
    thing: _Thing, before: model.Partnership, after: model.Partnership
) -> Iterator[_Change]:
    if before.status != after.status:
        steps = (before.status, after.status)
        change = "promoted" if steps == PROMOTION else "changed"
        summary = translated(
            "{name}: {new} (was {old})",
            name=after.name,
            new=word(after.status),
            old=word(before.status),
        )
        yield thing.change(change, summary, "status", *steps)


def _of_name(thing: _Thing, before: Any, after: Any) -> Iterator[_Change]:
    if before.name != after.name:
        summary = translated("{name}: renamed (was {old})", name=thing.name, old=before.name)
        yield thing.change("renamed", summary, "name", before.name, after.name)


def _of_lists(
    thing: _Thing, before: model.Partnership, after: model.Partnership
) -> Iterator[_Change]:
    for field, one in (("members", "member"), ("departments", "department")):
        olds, news = getattr(before, field), getattr(after, field)
        for id in news:
            if id not in olds:
                yield thing.change(
                    "joined",
                    translated(
                        "{name}: {one} {id} joined", name=thing.name, one=translated(one), id=id
                    ),
                    field,
                    None,
                    id,
                )
        for id in olds:
            if id not in news:
                yield thing.change(
                    "left",
                    translated(
                        "{name}: {one} {id} left", name=thing.name, one=translated(one), id=id
                    ),
                    field,
                    id,
                    None,
                )


def _of_nested(
    thing: _Thing, kind: str, olds: Sequence[Any], news: Sequence[Any], label: str
) -> Iterator[_Change]:
    """Yield the changes of activities or agreements, which have no ids.

    Equal ones are the same; of the others, those with the same label are.
    """
    gone = [record for record in olds if record not in news]
    come = [record for record in news if record not in olds]
    for record in come:
        name = getattr(record, label)
        earlier = next((one for one in gone if getattr(one, label) == name), None)
        if earlier is None:
            yield thing.change(
                "added", f"{thing.name}: {translated(kind)} '{name}'", kind, None, name
            )
            continue
        # Of several with the same label, each is matched once.
        gone.remove(earlier)
        for field, old, new in _differing(earlier, record, ()):
            summary = f"{thing.name}: {translated(kind)} '{name}': {_said(field, old, new)}"
            yield thing.change("changed", summary, f"{kind}.{field}", old, new)
    for record in gone:
        name = getattr(record, label)
        yield thing.change(
            "removed", f"{thing.name}: {translated(kind)} '{name}'", kind, name, None
        )


def _of_fields(thing: _Thing, before: Any, after: Any, others: Sequence[str]) -> Iterator[_Change]:
    for field, old, new in _differing(before, after, others):
        summary = f"{thing.name}: {_said(field, old, new)}"
        yield thing.change("changed", summary, field, old, new)


def _of_others(old: model.Catalogue, new: model.Catalogue) -> Iterator[_Change]:
    tables: tuple[tuple[str, str, Iterable[Any], Iterable[Any]], ...] = (
        ("institution", "id", old.institutions, new.institutions),
        ("department", "id", old.departments, new.departments),
        ("country", "code", old.countries, new.countries),
        ("initiative", "id", old.initiatives, new.initiatives),
        ("phase", "number", old.phases, new.phases),
    )
    for kind, key, olds, news in tables:
        for before, after in _pairs(olds, news, key):
            yield from _of_record(kind, before, after)
    catalogue = _Thing("catalogue", new.about.home, new.about.title)
    yield from _of_fields(catalogue, old.about, new.about, ())


def _of_record(kind: str, before: Any, after: Any) -> Iterator[_Change]:
    thing = _thing(kind, after if before is None else before if after is None else after)
    if before is None:
        yield thing.change("added", translated("{name}: new", name=_with_kind(thing)))
    elif after is None:
        yield thing.change(
            "removed",
            translated("{name}: no longer in the catalogue", name=_with_kind(thing)),
        )
    elif before != after:
        called = thing._replace(name=_with_kind(thing))
        if hasattr(after, "name"):
            yield from _of_name(called, before, after)
        yield from _of_fields(called, before, after, ("name",))


def _thing(kind: str, record: Any) -> _Thing:
    id = next(str(getattr(record, key)) for key in ("id", "code", "number") if hasattr(record, key))
    return _Thing(kind, id, getattr(record, "name", id))


def _with_kind(thing: _Thing) -> str:
    """Return the name of a record with what it is: ``phase 3``."""
    return f"{translated(thing.kind)} {thing.name}"


def _pairs(olds: Iterable[Any], news: Iterable[Any], key: str) -> Iterator[tuple[Any, Any]]:
    """Yield each record before and after, or None where it is not there.

    The order is that of the new ones, then that of those that are gone.
    """
    before = {getattr(record, key): record for record in olds}
    for record in news:
        yield before.pop(getattr(record, key), None), record
    for record in before.values():
        yield record, None


def _differing(before: Any, after: Any, others: Sequence[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields that differ, but for those that others take care of, with both values."""
    for field in before.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old != new and field not in others:
            yield field, old, new


def _said(field: str, old: Any, new: Any) -> str:
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
