"""The records of a catalogue one by one, as the model nests them, for rules that follow from it.

A rule chooses fields by what the model says of them (that they refer to a table, that they are web
addresses), so that a new field of the model is checked without a line here or in the rule.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from .. import model
from ..diagnostics import Path, called
from ..fields import fields_of
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..fields import Field

    Choose = Callable[[Field], Any]
    """Returns something true for a field that a rule looks at; it is a function of a module."""

RecordType = type[model.Record]


# A struct, as a walk makes one for every record, and a named tuple takes four times as long.
class Visit(msgspec.Struct, gc=False):
    """A record where it stands in the catalogue; path and name are made only for a problem."""

    record: Any
    key: str
    """The key of the record's list, or of the record itself."""
    index: int | None
    """The place in that list; None for a record that stands alone."""
    owner: Visit | None
    """The record that has this one; None for the tables at the top."""

    @property
    def path(self) -> Path:
        """Return the path of the record from the top of the document."""
        above = self.owner.path if self.owner else ()
        return (*above, self.key) if self.index is None else (*above, self.key, self.index)

    def path_to(self, *keys: str | int | None) -> Path:
        """Return the path of a value of the record; an index that is None is none."""
        return (*self.path, *(key for key in keys if key is not None))

    @property
    def name(self) -> str:
        """Return what people call the record: ``partnership 'anu', activity 'Talks'``."""
        own = translated(self.key)
        if self.index is not None:
            type_: RecordType = type(self.record)
            own = called(self.key, getattr(self.record, identity_of(type_)))
        # There is one [catalogue], so that the name of a source needs no "catalogue" before it.
        if self.owner is None or self.owner.index is None:
            return own
        return f"{self.owner.name}, {own}"


class Choice(NamedTuple):
    """A field that a rule looks at, and what the rule found out about it."""

    attribute: str
    key: str
    is_list: bool
    fact: Any


@cache
def identity_of(record: RecordType) -> str:
    """Return the field that people call records of a type by: the first that each of them has."""
    fields = fields_of(record)
    required = (field.attribute for field in fields.values() if field.required)
    return "id" if "id" in fields and fields["id"].required else next(required)


def id_of(record: RecordType) -> str:
    """Return the field by which records of a type are referred to."""
    return "id" if "id" in fields_of(record) else identity_of(record)


def choices(choose: Choose) -> dict[RecordType, tuple[Choice, ...]]:
    """Return the chosen fields of every type of record that has one, in the order of the model."""
    return _choices(model.Catalogue, choose)


@cache
def _choices(catalogue: RecordType, choose: Choose) -> dict[RecordType, tuple[Choice, ...]]:
    found = {}
    for record in _types(catalogue):
        chosen = [(field, choose(field)) for field in fields_of(record).values()]
        if fields := tuple(_choice(field, fact) for field, fact in chosen if fact):
            found[record] = fields
    return found


def walk(catalogue: model.Catalogue, *types: RecordType) -> Iterator[Visit]:
    """Give every record of some types, in the order of the model and of the catalogue."""
    return _walk(catalogue, None, _plan(model.Catalogue, frozenset(types)))


def values(
    catalogue: model.Catalogue, choose: Choose
) -> Iterator[tuple[Visit, Choice, int | None, Any]]:
    """Give every value of the chosen fields with its record and field; None is no value.

    Items of a list come one by one; the third of a tuple is the place in the list, else None.
    """
    chosen = choices(choose)
    for visit in walk(catalogue, *chosen):
        for choice in chosen[type(visit.record)]:
            value = getattr(visit.record, choice.attribute)
            if choice.is_list:
                for index, item in enumerate(value):
                    yield visit, choice, index, item
            elif value is not None:
                yield visit, choice, None, value


class _Step(NamedTuple):
    """The way from a record to those in one of its fields."""

    attribute: str
    key: str
    is_list: bool
    is_wanted: bool
    below: tuple[_Step, ...]


@cache
def _plan(record: RecordType, types: frozenset[RecordType]) -> tuple[_Step, ...]:
    """Return the steps that lead from a record to any of some types; others are not taken."""
    steps = []
    for field in fields_of(record).values():
        if field.form in ("record", "records"):
            below = _plan(field.item, types)
            if below or field.item in types:
                is_list = field.form == "records"
                is_wanted = field.item in types
                steps.append(_Step(field.attribute, field.key, is_list, is_wanted, below))
    return tuple(steps)


def _walk(record: Any, owner: Visit | None, steps: tuple[_Step, ...]) -> Iterator[Visit]:
    for attribute, key, is_list, is_wanted, below in steps:
        value = getattr(record, attribute)
        for index, inner in enumerate(value) if is_list else [(None, value)]:
            if inner is None:
                continue
            visit = Visit(inner, key, index, owner)
            if is_wanted:
                yield visit
            if below:
                yield from _walk(inner, visit, below)


@cache
def record_types() -> dict[str, RecordType]:
    """Return the types of the records of a catalogue by their keys, such as ``agreement``."""
    return dict(_keys_and_types(model.Catalogue))


def _keys_and_types(record: RecordType) -> Iterator[tuple[str, RecordType]]:
    for field in fields_of(record).values():
        if field.form in ("record", "records"):
            yield field.key, field.item
            yield from _keys_and_types(field.item)


def _types(record: RecordType) -> Iterator[RecordType]:
    """Give the types of the records inside a record."""
    for field in fields_of(record).values():
        if field.form in ("record", "records"):
            yield field.item
            yield from _types(field.item)


def _choice(field: Field, fact: Any) -> Choice:
    return Choice(field.attribute, field.key, field.form == "values", fact)
