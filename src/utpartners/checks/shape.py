"""Whether a document has the shape of a catalogue: known keys, present keys, values of their type.

msgspec says so quickly when all is well; this says everything that is not, in words for people.
"""

from __future__ import annotations

from difflib import get_close_matches
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from .. import model
from .problem import Path, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_LONGEST_VALUE = 60


def shape_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Every key that is unknown or missing, and every value of a wrong type."""
    return _record(document, model.Catalogue, (), "catalogue file")


def _record(value: Any, record: type[model.Record], path: Path, who: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(path, f"{who}: expected a table, not {_shown(value)}", "type")
        return
    types = get_type_hints(record, include_extras=True)
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    for key in (key for key in value if key not in fields):
        yield Problem((*path, key), _unknown_key(who, key, [*fields]), "unknown-key")
    for key, field in fields.items():
        if key in value:
            yield from _value(value[key], types[field.name], (*path, key), who)
        elif field.required:
            yield Problem(path, f"{who}: the key {key!r} is missing", "missing-key")


def _unknown_key(who: str, key: str, known: list[str]) -> str:
    nearest = get_close_matches(key, known, 1)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are {', '.join(known)}"
    return f"{who}: unknown key {key!r} ({hint})"


def _value(value: Any, type_: Any, path: Path, who: str) -> Iterator[Problem]:
    type_ = _without_none(type_)
    bare = get_args(type_)[0] if get_origin(type_) is Annotated else type_
    (item,) = get_args(bare)[:1] or (None,)
    if isinstance(bare, type) and issubclass(bare, model.Record):
        yield from _record(value, bare, path, who)
    elif get_origin(bare) is list and isinstance(value, list) and value:
        for index, inner in enumerate(value):
            inner_who = _who(path, index, inner, who) if _is_record(item) else who
            yield from _value(inner, item, (*path, index), inner_who)
    elif get_origin(bare) is dict and isinstance(value, dict):
        for key, inner in value.items():
            yield from _value(inner, get_args(bare)[1], (*path, key), who)
    elif not _fits(value, type_):
        message = f"{who}: {_key(path)!r} must be {_expected(type_)}, not {_shown(value)}"
        yield Problem(path, message, "type")


def _who(path: Path, index: int, value: Any, owner: str) -> str:
    """A record as people know it: by its id, or else its code, title or place in the file."""
    names = value if isinstance(value, dict) else {}
    known = next((names[k] for k in ("id", "code", "title", "name") if k in names), None)
    name = _shown(known) if isinstance(known, str) else str(index + 1)
    prefix = f"{owner}, " if len(path) > 1 else ""
    return f"{prefix}{path[-1]} {name}"


def _is_record(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, model.Record)


def _without_none(type_: Any) -> Any:
    if get_origin(type_) in (Union, UnionType):
        (type_,) = (inner for inner in get_args(type_) if inner is not NoneType)
    return type_


def _fits(value: Any, type_: Any) -> bool:
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return False
    return True


def _expected(type_: Any) -> str:
    if get_origin(type_) is Annotated:
        bare, *metas = get_args(type_)
        return next((m.description for m in metas if m.description), _expected(bare))
    if get_origin(type_) is Literal:
        return "one of " + ", ".join(repr(choice) for choice in get_args(type_))
    if get_origin(type_) is list:
        return "a list"
    if get_origin(type_) is dict:
        return "a table of names by language"
    return _PLAIN[type_]


def _key(path: Path) -> str | int:
    return next(part for part in reversed(path) if isinstance(part, str))


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
