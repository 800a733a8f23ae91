"""Whether a document has the shape of a catalogue: known keys, required keys, values of their type.

msgspec says so quickly when all is well; this says everything that is not, in words for people.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from .. import model
from ..diagnostics import LONGEST_VALUE, Path, Problem, brief_key, brief_repr, did_you_mean
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


def refusal(value: Any, type_: Any) -> str:
    """Return what is wrong with a value of a wrong type or form: ``12 is not plain text``."""
    if isinstance(value, str) and not value.strip():
        return f"{brief_repr(value)} is empty"
    return f"{brief_repr(value)} is not {expected(type_)}"


def value_hint(value: Any, type_: Any) -> str:
    """Return what a value of a wrong type or form was probably meant to be; empty if unknown."""
    if isinstance(value, str):
        found = _text_hint(value, type_)
    else:
        # A date or a number without quotation marks, where the model has text.
        text = "" if isinstance(value, (bool, list, dict)) else str(value)
        if isinstance(value, datetime):
            text = value.date().isoformat()
        found = f'write it as text: "{text}"' if text and fits(text, type_) else ""
    if not found and get_origin(bare(type_)) is list and fits([value], type_):
        written = f'"{value}"' if isinstance(value, str) else brief_repr(value)
        found = f"write [{written[:LONGEST_VALUE]}]"
    return found


def _text_hint(value: str, type_: Any) -> str:
    plain, text = bare(type_), value.strip()
    for meant in (text, text.upper(), text.lower(), "-".join(text.split())):
        if fits(meant, type_):
            return f"did you mean {brief_repr(meant)}?"
    if get_origin(plain) is Literal:
        return did_you_mean(value, get_args(plain))
    if plain is bool and text.lower() in _BOOLEANS:
        return f"did you mean {_BOOLEANS[text.lower()]}?"
    if plain in (int, float) and _NUMBER.match(text):
        number = int(text) if text.isdigit() else float(text)
        return f"write {text} without quotation marks" if fits(number, type_) else ""
    return ""


_BOOLEANS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?\Z", re.ASCII)


def shape_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Give every key that is unknown or missing, and every value of a wrong type."""
    return _record(document, model.Catalogue, (), "catalogue file")


def unreadable(what: str, hint: str = "") -> Problem:
    """The file cannot be read.

    It is not valid TOML or JSON, not UTF-8, or an incomplete zip file or database. Reading stops
    there, so no other problems are reported until this is fixed.
    """
    return Problem((), "catalogue file", what, "syntax", hint)


def unknown_key(path: Path, record: str, known: list[str]) -> Problem:
    """A key that records of this kind do not have: it is misspelt, or in the wrong table.

    No key is ignored silently, so that no fact is lost through a typing error.
    """
    key = str(path[-1])
    hint = did_you_mean(key, known) or f"choose from {', '.join(known)}"
    return Problem(path, record, f"unknown key {brief_repr(key)}", "unknown-key", hint)


def missing_key(path: Path, record: str, key: str) -> Problem:
    """A required key is missing."""
    return Problem(path, record, f"{key}: this key is required", "missing-key")


def wrong_type(path: Path, record: str, type_: Any, value: Any) -> Problem:
    """A value has the wrong type or form for its key.

    For example, a text is empty, a number is out of range, a single value is given instead of a
    list, or a word is not one of those allowed.
    """
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    what = f"{brief_key(key)}: {refusal(value, type_)}"
    hint = value_hint(value, type_)
    if isinstance(value, dict) and expected(type_) == "a list":
        headers = ".".join(part for part in path if isinstance(part, str))
        hint = f"write [[{headers}]] with double brackets"
    return Problem(path, record, what, "type", hint)


def _record(value: Any, type_: type[model.Record], path: Path, record: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        what = f"{brief_repr(value)} is not a table of keys and values"
        yield Problem(path, record, what, "type")
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
        yield wrong_type(path, record, type_, value)


def _entry(key: str, value: Any, types: Any, path: Path, record: str) -> Iterator[Problem]:
    """Give what is wrong with an entry of a table whose keys are free, such as the names."""
    if not fits(key, types[0]):
        what = f"the key {brief_repr(key)} is not {expected(types[0])}"
        yield Problem(path, record, what, "type")
    yield from _value(value, types[1], path, record)


def _name(path: Path, index: int, value: Any, owner: str) -> str:
    """Return what people call a record: by its id, else its code, title or place in the file."""
    names = value if isinstance(value, dict) else {}
    known = next((names[k] for k in ("id", "code", "title", "name") if k in names), None)
    name = brief_repr(known) if isinstance(known, str) else str(index + 1)
    prefix = f"{owner}, " if len(path) > 1 else ""
    return f"{prefix}{path[-1]} {name}"
