"""What the model says of each key of a record, as the checks need it."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from .. import model


class Field(NamedTuple):
    """One key: the type of its value, and whether it has to be there."""

    type: Any
    required: bool


@cache
def fields_of(record: type[model.Record]) -> dict[str, Field]:
    """The keys that a record may have in a file."""
    types = get_type_hints(record, include_extras=True)
    return {
        field.encode_name: Field(_without_none(types[field.name]), field.required)
        for field in msgspec.structs.fields(record)
    }


def is_record(type_: Any) -> bool:
    """Whether a type is one of the model's records."""
    return isinstance(type_, type) and issubclass(type_, model.Record)


def bare(type_: Any) -> Any:
    """A type without what it is annotated with."""
    return get_args(type_)[0] if get_origin(type_) is Annotated else type_


def fits(value: Any, type_: Any) -> bool:
    """Whether a value is of a type."""
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return False
    return True


def _without_none(type_: Any) -> Any:
    if get_origin(type_) in (Union, UnionType):
        (type_,) = (inner for inner in get_args(type_) if inner is not NoneType)
    return type_
