"""Whether a document has the shape of a catalogue: known keys, required keys, values of their type.

msgspec says so quickly when all is well; this says everything that is not, in words for people.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from .. import model
from ..diagnostics import (
    LONGEST_VALUE,
    Path,
    Problem,
    brief_key,
    brief_repr,
    catalogue_file,
    did_you_mean,
    limited,
    meaning,
)
from ..fields import bare, fields_of, fits, is_record
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
"""What a value of a plain type is called; translated where it is said."""


def expected(type_: Any) -> str:
    """Return what a value of a type has to be, in words for people."""
    if get_origin(type_) is Annotated:
        plain, *metas = get_args(type_)
        described = next((meta.description for meta in metas if meta.description), None)
        return translated(described) if described else expected(plain)
    if get_origin(type_) is Literal:
        return translated("one of {values}", values=", ".join(map(repr, get_args(type_))))
    if get_origin(type_) is list:
        return translated("a list")
    if get_origin(type_) is dict:
        is_of_lists = get_origin(bare(get_args(type_)[1])) is list
        if is_of_lists:
            return translated("a table of lists of texts by language")
        return translated("a table of names by language")
    return translated(_PLAIN[type_])


def refusal(value: Any, type_: Any) -> str:
    """Return what is wrong with a value of a wrong type or form: ``12 is not plain text``."""
    if isinstance(value, str) and not value.strip():
        return translated("{value} is empty", value=brief_repr(value))
    return translated("{value} is not {type}", value=brief_repr(value), type=expected(type_))


def value_hint(value: Any, type_: Any) -> str:
    """Return what a value of a wrong type or form was probably meant to be; empty if unknown."""
    if isinstance(value, str):
        found = _text_hint(value, type_)
    else:
        # A date or a number without quotation marks, where the model has text.
        text = "" if isinstance(value, (bool, list, dict)) else str(value)
        if isinstance(value, datetime):
            text = value.date().isoformat()
        found = (
            translated('write it as text: "{text}"', text=text)
            if text and fits(text, type_)
            else ""
        )
    if not found and get_origin(bare(type_)) is list and fits([value], type_):
        written = f'"{value}"' if isinstance(value, str) else brief_repr(value)
        found = translated("write {value}", value=f"[{written[:LONGEST_VALUE]}]")
    return found


def _text_hint(value: str, type_: Any) -> str:
    plain, text = bare(type_), value.strip()
    for meant in (text, text.upper(), text.lower(), "-".join(text.split())):
        if fits(meant, type_):
            return meaning(meant)
    if get_origin(plain) is Literal:
        return did_you_mean(value, get_args(plain))
    if plain is bool and text.lower() in _BOOLEANS:
        return translated("did you mean {name}?", name=_BOOLEANS[text.lower()])
    if plain in (int, float) and _NUMBER.match(text):
        number = int(text) if text.isdigit() else float(text)
        return (
            translated("write {text} without quotation marks", text=text)
            if fits(number, type_)
            else ""
        )
    return ""


_BOOLEANS = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?\Z", re.ASCII)


def shape_problems(document: dict[str, Any]) -> Iterator[Problem]:
    """Give every key that is unknown or missing, and every value of a wrong type."""
    return limited(_record(document, model.Catalogue, (), catalogue_file()))


def unreadable(what: str, hint: str = "") -> Problem:
    """The file cannot be read.

    It is not valid TOML or JSON, not UTF-8, or an incomplete zip file or database. Reading stops
    there, so no other problems are reported until this is fixed.
    """
    return Problem((), catalogue_file(), what, "syntax", hint)


def unknown_key(path: Path, record: str, known: list[str]) -> Problem:
    """A key that records of this kind do not have: it is misspelt, or in the wrong table.

    No key is ignored silently, so that no fact is lost through a typing error.
    """
    key = str(path[-1])
    hint = did_you_mean(key, known) or translated("choose from {values}", values=", ".join(known))
    return Problem(
        path, record, translated("unknown key {key}", key=brief_repr(key)), "unknown-key", hint
    )


def not_read(record: str, what: str) -> Problem:
    """A sheet, or a column of one, is not a part of the catalogue, and is not read.

    An office may keep sheets and columns of its own in a workbook. They are lost when the catalogue
    is written again. A name that is nearly one of the catalogue's is an error, `unknown-key`.
    """
    return Problem((), record, what, "not-read")


def missing_key(path: Path, record: str, key: str) -> Problem:
    """A required key is missing."""
    return Problem(path, record, translated("{key}: this key is required", key=key), "missing-key")


def wrong_type(path: Path, record: str, type_: Any, value: Any) -> Problem:
    """A value has the wrong type or form for its key.

    For example, a text is empty, a number is out of range, a single value is given instead of a
    list, or a word is not one of those allowed.
    """
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    what = f"{brief_key(key)}: {refusal(value, type_)}"
    hint = value_hint(value, type_)
    if isinstance(value, dict) and get_origin(bare(type_)) is list:
        headers = ".".join(part for part in path if isinstance(part, str))
        hint = translated("write {header} with double brackets", header=f"[[{headers}]]")
    return Problem(path, record, what, "type", hint)


def _record(value: Any, type_: type[model.Record], path: Path, record: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        what = translated("{value} is not a table of keys and values", value=brief_repr(value))
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
        what = translated(
            "the key {key} is not {type}", key=brief_repr(key), type=expected(types[0])
        )
        yield Problem(path, record, what, "type")
    yield from _value(value, types[1], path, record)


def _name(path: Path, index: int, value: Any, owner: str) -> str:
    """Return what people call a record: by its id, else its code, title or place in the file."""
    names = value if isinstance(value, dict) else {}
    known = next((names[k] for k in ("id", "code", "title", "name") if k in names), None)
    name = brief_repr(known) if isinstance(known, str) else str(index + 1)
    own = f"{translated(str(path[-1]))} {name}"
    return translated("{owner}, {record}", owner=owner, record=own) if len(path) > 1 else own
