"""Markdown with GitHub's tables: a table has all columns, a card has a section for each table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..answers import Card, Notes, Table, is_empty
from ..i18n import translated
from ..visible import is_address, visible
from .text import by_key, cell, line, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Answer, Column, Row, View
    from . import Screen

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


_BLOCK = re.compile(r"([0-9]{1,9})([.)])|([-+=])")
"""What would begin a list or underline a heading at the start of a line."""


def escaped(text: str) -> str:
    """Return text in which nothing is Markdown or HTML; line breaks become spaces.

    A web address is a link to itself: between angle brackets only these and | mean anything.
    """
    if is_address(text) and not _NO_LINK.search(text):
        return f"<{text.replace('|', '%7C')}>"
    # A row of a table must be one line, whatever a value holds.
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.splitlines())))


_NO_LINK = re.compile(r"[<>\\]")


def _line(text: str) -> str:
    """Return text that begins a line, or an item of a list, escaped."""
    whole = escaped(text.strip())
    begins = _BLOCK.match(whole)
    if begins is None:
        return whole
    place = begins.end() - 1
    return f"{whole[:place]}\\{whole[place:]}"


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Return an answer as Markdown."""
    if isinstance(answer, Card):
        return _card(answer)
    if isinstance(answer.shape, Notes):
        return _notes(answer, answer.shape)
    return _titled(answer)


def _notes(table: Table, notes: Notes) -> Iterator[str]:
    yield f"# {escaped(table.title)}\n"
    if said := table.counted():
        yield f"\n{_line(said)}\n"
    last = None
    for row in table:
        values = by_key(table.columns, row)
        if values[notes.section] != last:
            last = values[notes.section]
            heading = translated(str(last))
            yield f"\n## {escaped(heading[:1].upper() + heading[1:])}\n\n"
        yield f"- {_line(values[notes.sentence])}\n"


def _titled(table: Table) -> Iterator[str]:
    if table.title:
        yield f"# {escaped(table.title)}\n\n"
    if said := table.counted():
        yield f"{_line(said)}\n\n"
    yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield from _grid(
        (column.title for column in table.columns),
        ["--:" if column.kind == "number" else "---" for column in table.columns],
        ((escaped(cell(value)) for value in row) for row in table),
    )


def _grid(
    headings: Iterable[str], rules: Sequence[str], rows: Iterable[Iterable[str]]
) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, headings))} |\n"
    yield f"| {' | '.join(rules)} |\n"
    for row in rows:
        yield f"| {' | '.join(row)} |\n"


def _card(card: Card) -> Iterator[str]:
    yield f"# {escaped(card.title)}\n"
    if card.subtitle:
        yield f"\n*{escaped(card.subtitle)}*\n"
    values = by_key(card.columns, card.row)
    plain = [c for c in card.columns if c.kind != "records" and c.key not in card.hidden]
    facts = [(column, values[column.key]) for column in plain if not is_empty(values[column.key])]
    if facts:
        yield "\n"
    for column, value in facts:
        yield f"- **{escaped(column.title)}:** {escaped(cell(value))}\n"
    for column in card.columns:
        if column.kind == "records":
            yield from _section(column, values[column.key], card)
    for note in card.footnotes:
        yield f"\n{_line(note)}\n"


def _section(column: Column, rows: Sequence[Row], card: Card) -> Iterator[str]:
    if not rows:
        return
    yield f"\n## {escaped(column.title)}\n\n"
    if not column.view:
        yield from _table(Table(column.columns, rows))
        return
    yield from _grid(
        (view.title for view in column.view),
        ["--:" if view.align == "right" else "---" for view in column.view],
        ([_composed(view, column, row) for view in column.view] for row in rows),
    )


def _composed(view: View, column: Column, row: Row) -> str:
    values: dict[str, Any] = by_key(column.columns, row)
    lines = (line(pieces, values, titles(column.columns)) for pieces in view.lines)
    # A cell of a Markdown table has no other line break.
    return "<br>".join(escaped(text) for text in lines if text)
