"""What the model says of each field of a record, for storage, forms and checks."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from . import model

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Form = Literal["value", "values", "names", "lists", "record", "records"]
"""One plain value, a list of them, a text or a list of texts by language, a record, or records."""


class Field(NamedTuple):
    """One key of a record in a catalogue file."""

    key: str
    attribute: str
    """The name of the field in Python; it differs from the key for lists of records."""
    type: Any
    """The type of its value, without ``None``."""
    required: bool
    default: Any
    """What a missing key means; None for lists and tables, which are then empty."""

    @property
    def form(self) -> Form:
        """Return the form of the value."""
        plain = bare(self.type)
        if is_record(plain):
            return "record"
        if get_origin(plain) is dict:
            return "lists" if get_origin(bare(get_args(plain)[1])) is list else "names"
        if get_origin(plain) is list:
            return "records" if is_record(self.item) else "values"
        return "value"

    @property
    def item(self) -> Any:
        """Return the type of one value: of the items for a list, else of the field itself."""
        plain = bare(self.type)
        return get_args(plain)[0] if get_origin(plain) is list else self.type

    @property
    def refers_to(self) -> str | None:
        """Return the table whose ids the value holds, or each of the values; None for no ids."""
        return facts_of(self.item).get("refers_to")

    @property
    def is_unique(self) -> bool:
        """Return whether no two records of a table may have the same value."""
        return bool(facts_of(self.type).get("unique"))

    @property
    def is_internal(self) -> bool:
        """Return whether public outputs leave the field out unless the catalogue says otherwise."""
        return facts_of(self.type).get("public") is False

    @property
    def is_url(self) -> bool:
        """Return whether the value is a web address."""
        return facts_of(self.item).get("is") == "url"


@cache
def fields_of(record: type[model.Record]) -> dict[str, Field]:
    """Return the fields that a record may have in a file, by key, in the order of the model."""
    types = get_type_hints(record, include_extras=True)
    return {
        field.encode_name: Field(
            field.encode_name,
            field.name,
            _without_none(types[field.name]),
            field.required,
            None if field.default is msgspec.NODEFAULT else field.default,
        )
        for field in msgspec.structs.fields(record)
    }


def is_public(name: str, also: Collection[str] = ()) -> bool:
    """Return whether public outputs show a field, such as ``agreement.document``.

    ``also`` is what ``[catalogue] public`` says: internal fields that are public all the same, as
    ``person.name``, or ``person`` for all fields of a record. Raises KeyError for no field.
    """
    table, _, _ = name.partition(".")
    return name not in internal_fields() or name in also or table in also


@cache
def internal_fields() -> frozenset[str]:
    """Return the names of the fields that are internal by default, as ``person.email``."""
    return frozenset(name for name, is_internal in _public_names(model.Catalogue) if is_internal)


def _public_names(
    record: type[model.Record], *, is_within: bool = False
) -> Iterator[tuple[str, bool]]:
    """Give the name of each field of the records inside a record, and whether it is internal."""
    for field in fields_of(record).values():
        if field.form in ("record", "records"):
            hidden = is_within or field.is_internal
            for inner in fields_of(field.item).values():
                yield f"{field.key}.{inner.key}", hidden or inner.is_internal
            yield from _public_names(field.item, is_within=hidden)


def facts_of(type_: Any) -> dict[str, Any]:
    """Return what a type is annotated with beyond the values that it takes."""
    found: dict[str, Any] = {}
    for meta in get_args(type_)[1:] if get_origin(type_) is Annotated else ():
        found |= meta.extra or {}
    return found


def is_record(type_: Any) -> bool:
    """Return whether a type is one of the model's records."""
    return isinstance(type_, type) and issubclass(type_, model.Record)


def bare(type_: Any) -> Any:
    """Return a type without what it is annotated with."""
    return get_args(type_)[0] if get_origin(type_) is Annotated else type_


def fits(value: Any, type_: Any) -> bool:
    """Return whether a value is of a type."""
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return False
    return True


def _without_none(type_: Any) -> Any:
    if get_origin(type_) in (Union, UnionType):
        (type_,) = (inner for inner in get_args(type_) if inner is not NoneType)
    return type_
