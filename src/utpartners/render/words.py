"""An answer in the words of people: what a catalogue writes in codes and EDTF, in their language.

Formats for people show this; formats for programs keep the words of the catalogue. In English, only
times and countries differ.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from ..answers import Card, Timeline
from ..i18n import language
from ..time_words import short_time, shown_time
from ..vocabulary import figure, named, people, shown_item, word
from .text import by_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..answers import Answer, Column, Names, Row, Table

_SAID: dict[str, Callable[[str], str]] = {
    "word": word,
    "status": word,
    "named": named,
    "item": shown_item,
    "people": people,
    "time": shown_time,
}
"""What makes a value of each meaning one for people, where that depends on no other value."""


def in_words(answer: Answer, *, is_drawn: bool = False, with_names: bool = False) -> Answer:
    """Return an answer as its readers say it in the language in use.

    It may be ``drawn``, on a terminal or a page, or have names for ids and codes, as a document.
    """
    if not isinstance(answer, Card):
        answer = _named(answer, with_names)
        if is_drawn and language() == "en" and isinstance(answer.shape, Timeline):
            return answer  # the headings are years, and its brief times are made of the times
    elif with_names and answer.names:
        answer = copy(answer)
        answer.row = _with_names(answer.columns, answer.row, answer.names)
    names = answer.word_names() if any(map(_is_named, answer.columns)) else {}
    if not (names or any(map(_is_changed, answer.columns))):
        return answer
    words = _in_english if language() == "en" else _row

    def say(columns: Sequence[Column], row: Row) -> Row:
        return words(columns, _with_word_names(columns, row, names) if names else row)

    if not isinstance(answer, Card):
        columns = answer.columns
        return answer.with_rows(say(columns, row) for row in answer)
    said = copy(answer)
    said.row = say(answer.columns, answer.row)
    said.subtitle = word(answer.subtitle)
    return said


def _named(table: Table, with_names: bool) -> Table:
    """Return a table with the facts that stand for columns, such as the names of countries."""
    brief, names = table.brief, table.names if with_names else {}
    facts, instead = (brief.facts, brief.instead) if brief is not None else (None, {})
    if not names and (facts is None or not instead):
        return table
    columns = table.columns

    def named(row: Row) -> Row:
        found = _with_names(columns, row, names)
        if facts is None or not instead:
            return found
        told = facts(by_key(columns, row))
        pairs = zip(columns, found, strict=True)
        return tuple(told[instead[c.key]] if c.key in instead else value for c, value in pairs)

    return table.with_rows(map(named, table))


def _is_named(column: Column) -> bool:
    return column.means in ("status", "item") or any(map(_is_named, column.columns))


def _with_word_names(columns: Sequence[Column], row: Row, names: Mapping[str, str]) -> Row:
    """Return a row with the words that the catalogue itself names by their names."""
    values = list(row)
    for place, column in enumerate(columns):
        if column.kind == "records" and _is_named(column):
            values[place] = [
                _with_word_names(column.columns, inner, names) for inner in values[place]
            ]
        elif column.means in ("status", "item"):
            values[place] = _each(lambda one: names.get(one, one), values[place])
    return tuple(values)


def _with_names(columns: Sequence[Column], row: Row, names: Names, prefix: str = "") -> Row:
    """Return a row with names for its ids and codes, and for those of its nested records."""
    values, found = by_key(columns, row), []
    for column in columns:
        value, key = values[column.key], prefix + column.key
        if key in names:
            value = names[key](values)
        elif column.kind == "records" and any(one.startswith(f"{key}.") for one in names):
            value = [_with_names(column.columns, inner, names, f"{key}.") for inner in value]
        found.append(value)
    return tuple(found)


def _is_changed(column: Column) -> bool:
    if language() == "en":
        return column.means == "time" or any(map(_is_changed, column.columns))
    return bool(column.means) or any(map(_is_changed, column.columns))


def _in_english(columns: Sequence[Column], row: Row) -> Row:
    """Return a row with times as people write them: its other words are English already."""
    values = list(row)
    places = {column.key: place for place, column in enumerate(columns)}
    for place, column in enumerate(columns):
        if column.kind == "records" and _is_changed(column):
            values[place] = [_in_english(column.columns, inner) for inner in values[place]]
        elif column.means == "time" and isinstance(values[place], str):
            calendar = places.get("calendar") if column.key == "when" else None
            values[place] = short_time(
                values[place], None if calendar is None else values[calendar]
            )
            if calendar is not None:
                values[calendar] = None  # the text has it
    return tuple(values)


def _row(columns: Sequence[Column], row: Row) -> Row:
    values = list(row)
    places = {column.key: place for place, column in enumerate(columns)}
    for place, column in enumerate(columns):
        if values[place] is None:
            continue
        if column.means == "flag":
            values[place] = column.title if values[place] else ""
        elif column.kind == "records":
            values[place] = [_row(column.columns, inner) for inner in values[place]]
        elif column.means == "figure":
            values[place] = figure(str(values[places["count"]]), values[place])
            values[places["count"]] = None  # the text has it
        elif column.key == "when" and "calendar" in places:
            values[place] = shown_time(values[place], values[places["calendar"]])
            values[places["calendar"]] = None
        elif said := _SAID.get(column.means):
            values[place] = _each(said, values[place])
    return tuple(values)


def _each(said: Callable[[str], str], value: Any) -> Any:
    if isinstance(value, list):
        return [said(item) for item in value]
    return said(value) if isinstance(value, str) else value
