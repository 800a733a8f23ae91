"""Whether a document has the shape of a catalogue: known keys, present keys, values of their type.

msgspec says so quickly when all is well; this says everything that is not, in words for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from .. import model
from ..diagnostics import Path, Problem, did_you_mean, shown
from ..fields import bare, fields_of, fits, is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def shape_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Every key that is unknown or missing, and every value of a wrong type."""
    return _record(document, model.Catalogue, (), "catalogue file")


def unknown_key(path: Path, who: str, known: list[str]) -> Problem:
    """A key that no record of its kind has: misspelt, or in the wrong table.

    Nothing is ignored silently, so that no fact is lost by a slip.
    """
    key = str(path[-1])
    hint = did_you_mean(key, known) or f"known are {', '.join(known)}"
    return Problem(path, who, f"unknown key {shown(key)}", "unknown-key", hint)


def missing_key(path: Path, who: str, key: str) -> Problem:
    """A key that every record of its kind must have is not there."""
    return Problem(path, who, f"the key {key!r} is missing", "missing-key")


def wrong_type(path: Path, who: str, expected: str, value: Any) -> Problem:
    """A value is of another type or form than its key asks for.

    Text is empty, a number is out of its range, a list is no list, a word is none of the few that
    are possible.
    """
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    what = f"{shown(key)} must be {expected}, not {shown(value)}"
    return Problem(path, who, what, "type")


def _record(value: Any, record: type[model.Record], path: Path, who: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(path, who, f"expected a table, not {shown(value)}", "type")
        return
    fields = fields_of(record)
    for key in (key for key in value if key not in fields):
        yield unknown_key((*path, key), who, [*fields])
    for key, field in fields.items():
        if key in value:
            yield from _value(value[key], field.type, (*path, key), who)
        elif field.required:
            yield missing_key(path, who, key)


def _value(value: Any, type_: Any, path: Path, who: str) -> Iterator[Problem]:
    if fits(value, type_):
        return
    inner_types = get_args(bare(type_))
    if is_record(type_):
        yield from _record(value, type_, path, who)
    elif get_origin(bare(type_)) is list and isinstance(value, list) and value:
        (item,) = inner_types
        for index, inner in enumerate(value):
            inner_who = _who(path, index, inner, who) if is_record(item) else who
            yield from _value(inner, item, (*path, index), inner_who)
    elif get_origin(bare(type_)) is dict and isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(key, inner, inner_types, (*path, key), who)
    else:
        yield wrong_type(path, who, expected(type_), value)


def _entry(key: str, value: Any, types: Any, path: Path, who: str) -> Iterator[Problem]:
    """What is wrong with an entry of a table whose keys are free, such as the names."""
    if not fits(key, types[0]):
        yield Problem(path, who, f"the key {shown(key)} must be {expected(types[0])}", "type")
    yield from _value(value, types[1], path, who)


def _who(path: Path, index: int, value: Any, owner: str) -> str:
    """A record as people know it: by its id, or else its code, title or place in the file."""
    names = value if isinstance(value, dict) else {}
    known = next((names[k] for k in ("id", "code", "title", "name") if k in names), None)
    name = shown(known) if isinstance(known, str) else str(index + 1)
    prefix = f"{owner}, " if len(path) > 1 else ""
    return f"{prefix}{path[-1]} {name}"


def expected(type_: Any) -> str:
    """What a value of a type has to be, in words for people."""
    if get_origin(type_) is Annotated:
        plain, *metas = get_args(type_)
        return next((m.description for m in metas if m.description), expected(plain))
    if get_origin(type_) is Literal:
        return "one of " + ", ".join(repr(choice) for choice in get_args(type_))
    if get_origin(type_) is list:
        return "a list"
    if get_origin(type_) is dict:
        return "a table of names by language"
    return _PLAIN[type_]
