"""Whether a document has the shape of a catalogue: known keys, required keys, values of their type.

msgspec says so quickly when all is well; this says everything that is not, in words for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from .. import model
from ..diagnostics import Path, Problem, brief_repr, did_you_mean
from ..fields import bare, fields_of, fits, is_record

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def expected(type_: Any) -> str:
    """Return what a value of a type has to be, in words for people."""
    if get_origin(type_) is Annotated:
        plain, *metas = get_args(type_)
        return next((m.description for m in metas if m.description), expected(plain))
    if get_origin(type_) is Literal:
        return "one of " + ", ".join(repr(choice) for choice in get_args(type_))
    if get_origin(type_) is list:
        return "a list"
    if get_origin(type_) is dict:
        is_of_lists = get_origin(bare(get_args(type_)[1])) is list
        return f"a table of {'lists of texts' if is_of_lists else 'names'} by language"
    return _PLAIN[type_]


def shape_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Give every key that is unknown or missing, and every value of a wrong type."""
    return _record(document, model.Catalogue, (), "catalogue file")


def unreadable(what: str, hint: str = "") -> Problem:
    """The file is not valid TOML or JSON, not text in UTF-8, or not an intact archive or database.

    Reading stops there, so this is reported alone: anything else shows once it is corrected.
    """
    return Problem((), "catalogue file", what, "syntax", hint)


def unknown_key(path: Path, record: str, known: list[str]) -> Problem:
    """A key that no record of its kind has: misspelt, or in the wrong table.

    Nothing is ignored silently, so that no fact is lost by a slip.
    """
    key = str(path[-1])
    hint = did_you_mean(key, known) or f"known are {', '.join(known)}"
    return Problem(path, record, f"unknown key {brief_repr(key)}", "unknown-key", hint)


def missing_key(path: Path, record: str, key: str) -> Problem:
    """A key that every record of its kind must have is not there."""
    return Problem(path, record, f"the key {key!r} is missing", "missing-key")


def wrong_type(path: Path, record: str, expected: str, value: Any) -> Problem:
    """A value is of another type or form than its key requires.

    Text is empty, a number is out of its range, a single value stands where a list should, or a
    word is not one of the few that are allowed.
    """
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    what = f"{brief_repr(key)} must be {expected}, not {brief_repr(value)}"
    return Problem(path, record, what, "type")


def _record(value: Any, type_: type[model.Record], path: Path, record: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield Problem(path, record, f"expected a table, not {brief_repr(value)}", "type")
        return
    fields = fields_of(type_)
    for key in (key for key in value if key not in fields):
        yield unknown_key((*path, key), record, [*fields])
    for key, field in fields.items():
        if key in value:
            yield from _value(value[key], field.type, (*path, key), record)
        elif field.required:
            yield missing_key(path, record, key)


def _value(value: Any, type_: Any, path: Path, record: str) -> Iterator[Problem]:
    # Most values are right, also in a document that is not: msgspec passes over them at once.
    if fits(value, type_):
        return
    inner_types = get_args(bare(type_))
    if is_record(type_):
        yield from _record(value, type_, path, record)
    elif get_origin(bare(type_)) is list and isinstance(value, list) and value:
        (item,) = inner_types
        for index, inner in enumerate(value):
            name = _name(path, index, inner, record) if is_record(item) else record
            yield from _value(inner, item, (*path, index), name)
    elif get_origin(bare(type_)) is dict and isinstance(value, dict):
        for key, inner in value.items():
            yield from _entry(key, inner, inner_types, (*path, key), record)
    else:
        yield wrong_type(path, record, expected(type_), value)


def _entry(key: str, value: Any, types: Any, path: Path, record: str) -> Iterator[Problem]:
    """Give what is wrong with an entry of a table whose keys are free, such as the names."""
    if not fits(key, types[0]):
        what = f"the key {brief_repr(key)} must be {expected(types[0])}"
        yield Problem(path, record, what, "type")
    yield from _value(value, types[1], path, record)


def _name(path: Path, index: int, value: Any, owner: str) -> str:
    """Return what people call a record: by its id, else its code, title or place in the file."""
    names = value if isinstance(value, dict) else {}
    known = next((names[k] for k in ("id", "code", "title", "name") if k in names), None)
    name = brief_repr(known) if isinstance(known, str) else str(index + 1)
    prefix = f"{owner}, " if len(path) > 1 else ""
    return f"{prefix}{path[-1]} {name}"
