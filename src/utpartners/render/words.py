"""An answer in the words of people: what a catalogue writes in codes and EDTF, in their language.

Formats for people show this; formats for programs keep the words of the catalogue. In English the
two are the same.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from ..answers import Card
from ..i18n import language
from ..time_words import shown_time
from ..vocabulary import figure, named, people, shown_item, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..answers import Answer, Column, Row

_SAID: dict[str, Callable[[str], str]] = {
    "word": word,
    "named": named,
    "item": shown_item,
    "people": people,
    "time": shown_time,
}
"""What makes a value of each meaning one for people, where that depends on no other value."""


def in_words(answer: Answer) -> Answer:
    """Return an answer as its readers say it in the language in use."""
    if language() == "en" or not any(map(_is_changed, answer.columns)):
        return answer
    if not isinstance(answer, Card):
        columns = answer.columns
        return answer.with_rows(_row(columns, row) for row in answer)
    said = copy(answer)
    said.row = _row(answer.columns, answer.row)
    said.subtitle = word(answer.subtitle)
    return said


def _is_changed(column: Column) -> bool:
    return bool(column.means) or any(map(_is_changed, column.columns))


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
