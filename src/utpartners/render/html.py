"""HTML: a complete page for any screen and for A4 paper, without scripts or anything to load.

A table has all columns; a card is a briefing with a section for each table in it.
"""

from __future__ import annotations

import os
from html import escape
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from ..answers import Card, Matrix, Table, is_empty
from ..i18n import language, translated
from ..visible import is_address, visible
from .text import by_key, cell, line, names_first, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..answers import Answer, Column, Row, View
    from . import Screen

SAMPLE = 100
"""Rows that decide the widths, so that a table of any length is written while it is read."""
ROOM = 16
"""Cells that a column has room for before its texts are wrapped; a Han character takes two."""
UPRIGHT_SHEET = 6
"""Columns that fit on A4 in portrait; more are printed in landscape."""

# A second line of defence: nothing would run or load even if an escape were missing somewhere.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = os.path.join(os.path.dirname(__file__), "html.css")


def _style() -> str:
    with open(_STYLE, encoding="utf-8") as file:
        return file.read()


def escaped(text: str) -> str:
    """Return text in which nothing is HTML, and no invisible character is left."""
    return escape(visible(text))


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Yield an answer as a page."""
    yield (
        f'<!DOCTYPE html>\n<html lang="{escaped(language())}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escaped(answer.title) or 'utpartners'}</title>\n"
        f"<style>{_style()}</style>\n</head>\n<body>\n"
    )
    yield from fragment(answer)
    yield "</body>\n</html>\n"


def fragment(answer: Answer) -> Iterator[str]:
    """Yield what is in the page: the answer without the head and its style."""
    yield from _card(answer) if isinstance(answer, Card) else _table(answer)


def _table(table: Table) -> Iterator[str]:
    is_matrix = isinstance(table.shape, Matrix)
    is_turned = len(table.columns) > UPRIGHT_SHEET and not is_matrix
    yield f'<main class="{"turned" if is_turned else "upright"}">\n'
    yield from _grid(table if is_matrix else names_first(table), "matrix" if is_matrix else "data")
    yield from _footer((*filter(None, [table.subtitle]), *table.footnotes))
    yield "</main>\n"


def _grid(table: Table, style: str) -> Iterator[str]:
    """Yield all columns of a table; ``style`` is the class of the table."""
    is_matrix = style == "matrix"
    rows = iter(table)
    sample = list(islice(rows, SAMPLE))
    widths = [] if is_matrix else _widths(map(cell, row) for row in sample)
    headings = [(column.title, column.kind == "number") for column in table.columns]
    yield from _start(style, headings, widths, table.title, table.counted())
    for row in chain(sample, rows):
        cells = list(map(_cell, table.columns, row))
        if is_matrix:
            cells[0] = f'<th scope="row">{_linked(cell(row[0]))}</th>'
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"
    if not sample:
        yield f'<p class="more">{escaped(translated("None."))}</p>\n'


def _widths(rows: Iterable[Iterable[str]]) -> list[int]:
    """Return the width of each column, in characters."""
    columns = zip(*rows, strict=True)
    return [min(ROOM, max(map(cell_len, texts))) for texts in columns]


def _start(
    style: str,
    headings: Iterable[tuple[str, bool]],
    widths: Iterable[int],
    caption: str = "",
    counted: str = "",
) -> Iterator[str]:
    """Yield what comes before the rows; a heading says whether its column has numbers."""
    # With tabindex, a table that is wider than the screen can be scrolled with the keys alone.
    yield f'<div class="scroll" tabindex="0">\n<table class="{style}">\n'
    if caption:
        said = f'<span class="counted">{escaped(counted)}</span>' if counted else ""
        yield f"<caption><span>{escaped(caption)}</span>{said}</caption>\n"
    yield "<thead>\n<tr>"
    for (heading, is_number), width in zip_longest(headings, widths):
        room = f' style="min-width:calc({width}ch + 1rem)"' if width else ""
        number = ' class="number"' if is_number else ""
        yield f'<th scope="col"{number}{room}><span>{escaped(heading)}</span></th>'
    yield "</tr>\n</thead>\n<tbody>\n"


def _cell(column: Column, value: Any) -> str:
    if isinstance(value, bool):
        style = "yes" if value else "no"
        return f'<td class="{style}"><span>{escaped(_yes_or_no(value))}</span></td>'
    number = ' class="number"' if column.kind == "number" else ""
    return f"<td{number}>{_linked(cell(value))}</td>"


def _yes_or_no(value: bool) -> str:
    return translated("yes") if value else translated("no")


def _linked(text: str) -> str:
    """Return text, as a link where all of it is a web address."""
    shown = escaped(text)
    if is_address(text):
        # An internal page must not tell the linked site its own address.
        return f'<a href="{shown}" rel="noreferrer">{shown}</a>'
    return shown


def _card(card: Card) -> Iterator[str]:
    yield f"<article>\n<header>\n<h1>{escaped(card.title)}</h1>\n"
    if card.subtitle:
        yield f'<p class="subtitle">{escaped(card.subtitle)}</p>\n'
    yield "</header>\n"
    values = by_key(card.columns, card.row)
    tables = [column for column in card.columns if column.kind == "records"]
    # A field that replaces an empty table is shown there, and not a second time as a fact.
    moved = {column.instead for column in tables if not values[column.key]}
    yield from _facts(
        (column.title, values[column.key])
        for column in card.columns
        if column.kind != "records" and column.key not in {*card.hidden, *moved}
    )
    for column in tables:
        yield from _section(column, values, card.marked_in(column))
    yield from _footer(card.footnotes)
    yield "</article>\n"


def _facts(facts: Iterable[tuple[str, Any]]) -> Iterator[str]:
    shown = [(title, value) for title, value in facts if not is_empty(value)]
    if shown:
        yield "<dl>\n"
        yield from (f"<dt>{escaped(title)}</dt><dd>{_fact(fact)}</dd>\n" for title, fact in shown)
        yield "</dl>\n"


def _fact(value: Any) -> str:
    if isinstance(value, dict):
        value = [f"{text} [{language}]" for language, text in value.items()]
    if isinstance(value, list) and len(value) > 1:
        return f"<ul>{''.join(f'<li>{_linked(cell(item))}</li>' for item in value)}</ul>"
    if isinstance(value, bool):
        return escaped(_yes_or_no(value))
    return _linked(cell(value))


def _section(column: Column, values: Mapping[str, Any], marked: str | None) -> Iterator[str]:
    rows = values[column.key]
    instead = values.get(column.instead)
    if not rows and is_empty(instead):
        return
    count = f' <span class="count">{len(rows)}</span>' if rows else ""
    yield f"<section>\n<h2>{escaped(column.title)}{count}</h2>\n"
    if not rows:
        yield f"<p>{_fact(instead)}</p>\n"
    elif column.view:
        yield from _viewed(column, rows, marked)
    else:
        yield from _grid(names_first(Table(column.columns, rows)), "data")
    yield "</section>\n"


def _viewed(column: Column, rows: Sequence[Row], marked: str | None) -> Iterator[str]:
    """Yield the rows of a nested table as its view shows them."""
    names = titles(column.columns)
    records = [by_key(column.columns, row) for row in rows]
    texts = [[_lines(view, values, names) for view in column.view] for values in records]
    widths = _widths([max(lines, key=cell_len, default="") for lines in cells] for cells in texts)
    headings = ((view.title, view.align == "right") for view in column.view)
    # A last column of long texts has no width of its own: it takes what is left.
    is_long = max((cell_len(text) for cells in texts for text in cells[-1]), default=0) > ROOM
    yield from _start("texts" if is_long else "view", headings, widths[:-1])
    for values, cells in zip(records, texts, strict=True):
        is_marked = marked is not None and values["id"] == marked
        mark = ' class="marked" aria-current="true"' if is_marked else ""
        shown = (_composed(*pair, values) for pair in zip(column.view, cells, strict=True))
        yield f"<tr{mark}>{''.join(shown)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _lines(view: View, values: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    return [text for pieces in view.lines if (text := line(pieces, values, names))]


def _composed(view: View, lines: Sequence[str], values: Mapping[str, Any]) -> str:
    """Return a cell of lines, in which values that are web addresses are links."""
    # A line may hold several values, so only a whole value can be a link, not a part of a text.
    links = {value for value in values.values() if isinstance(value, str)}
    first, *more = [
        " · ".join(_linked(part) if part in links else escaped(part) for part in text.split(" · "))
        for text in lines or [""]
    ]
    below = "".join(f'<div class="more">{text}</div>' for text in more)
    number = ' class="number"' if view.align == "right" else ""
    return f"<td{number}>{first}{below}</td>"


def _footer(notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield f"<footer>{''.join(f'<p>{escaped(note)}</p>' for note in notes)}</footer>\n"
