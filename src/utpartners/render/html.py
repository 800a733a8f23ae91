"""HTML: a page of its own, to be read on any screen and printed on A4; it runs and loads nothing.

A table has all columns; a card is a briefing with a section for each table in it.
"""

from __future__ import annotations

import re
from html import escape
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..messages import translated
from ..table import Card, Matrix, Table, is_empty
from .text import by_key, cell, line, titles, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..table import Answer, Column, Row, View
    from . import Screen

SAMPLE = 100
"""Rows that decide the widths, so that a table of any length is written while it is read."""
ROOM = 20
"""Letters that a column has room for before its texts are folded."""
UPRIGHT_SHEET = 6
"""Columns that fit on A4 upright; more are printed on the sheet turned."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1c2126; --soft: #59636d; --line: #d8dde2; --paper: #fff; --band: #f3f5f7;
  --link: #0b57a4; --mark: #e8f0f9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e3e7eb; --soft: #9ca7b2; --line: #353d45; --paper: #15191d; --band: #1d2329;
    --link: #8cc0f5; --mark: #1c2e41;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: clamp(1rem, 4vw, 3rem); overflow-wrap: break-word;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
}
article { max-width: 48rem; margin: 0 auto; }
h1, caption { font-size: 1.75rem; font-weight: 700; line-height: 1.2; text-wrap: balance; }
h1, .subtitle, dd, ul { margin: 0; }
h2 { margin: 2.25rem 0 .25rem; font-size: 1.2rem; line-height: 1.3; }
.subtitle { margin-top: .25rem; font-size: 1.125rem; }
.subtitle, .count, .more, dt, thead, footer { color: var(--soft); }
.count { font-weight: 400; }
.more, footer { font-size: .875rem; }
footer { margin-top: 2rem; }
a { color: var(--link); overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1.5rem 0; }
ul { padding-left: 1.1rem; }
.scroll { overflow-x: auto; container-type: inline-size; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; }
caption span {
  position: sticky; left: 0; display: inline-block; max-width: 100cqw; padding-bottom: 1rem;
}
th, td {
  position: relative; padding: .5rem 1rem .5rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line);
}
thead th {
  font-size: .8125rem; font-weight: 600; vertical-align: bottom;
  border-bottom: 2px solid var(--line);
}
th.number, td.number { text-align: right; }
article table { width: 100%; }
article td:first-child { min-width: 6rem; }
article td:last-child { width: 100%; }
.data { font-size: .875rem; }
.data td { max-width: 60ch; }
.marked td { background: var(--mark); }
.marked td:first-child { box-shadow: inset 3px 0 var(--link); padding-left: .75rem; }
.yes, .no { text-align: center; padding-right: 0; }
.yes::before { content: "\\2713" / ""; font-weight: 700; color: var(--link); }
.no::before { content: "\\b7" / ""; color: var(--soft); }
.yes span, .no span { position: absolute; inset: 0; overflow: hidden; opacity: 0; }
.matrix :is(th, td) { padding: .25rem .5rem; }
.matrix tr > :first-child {
  position: sticky; left: 0; z-index: 1; padding-left: 0; font-weight: 400;
  background: var(--paper);
}
.matrix thead th + th span { writing-mode: vertical-rl; transform: rotate(180deg); }
.matrix tbody tr:hover > * { background: var(--band); }
@media (max-width: 34rem) {
  dl { display: block; }
  dd { margin-bottom: .5rem; }
}
@page { size: A4; margin: 16mm 15mm; }
@page turned { size: A4 landscape; margin: 12mm; }
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --link: #000; --mark: #eee;
  }
  body { padding: 0; font-size: 10pt; }
  article { max-width: none; }
  h1, caption { font-size: 18pt; }
  h2 { break-after: avoid; }
  tr, dd { break-inside: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
  .scroll { overflow: visible; container-type: normal; }
  .data { font-size: 9pt; }
  .turned { page: turned; }
  .turned table { font-size: 7pt; }
  .turned :is(th, td) { padding: 1mm 2mm 1mm 0; overflow-wrap: anywhere; }
  .turned th { min-width: 0 !important; font-size: 7pt; }
}
"""

_URL = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


def escaped(text: str) -> str:
    """Text in which nothing is HTML, and no character acts."""
    return escape(visible(text))


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as a page."""
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escaped(answer.title) or 'utpartners'}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    yield from _card(answer) if isinstance(answer, Card) else _table(answer)
    yield "</body>\n</html>\n"


def _table(table: Table) -> Iterator[str]:
    is_matrix = isinstance(table.shape, Matrix)
    is_turned = len(table.columns) > UPRIGHT_SHEET and not is_matrix
    yield f'<main class="{"turned" if is_turned else "upright"}">\n'
    yield from _grid(table, "matrix" if is_matrix else "data")
    yield from _footer(table.footnotes)
    yield "</main>\n"


def _grid(table: Table, style: str) -> Iterator[str]:
    """All columns of a table."""
    is_matrix = style == "matrix"
    rows = iter(table)
    sample = list(islice(rows, SAMPLE))
    widths = None if is_matrix else _widths(table.columns, sample)
    headings = [(column.title, column.kind == "number") for column in table.columns]
    yield from _start(style, headings, table.title, widths)
    for row in chain(sample, rows):
        cells = list(map(_cell, table.columns, row))
        if is_matrix:
            cells[0] = f'<th scope="row">{_linked(cell(row[0]))}</th>'
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"
    if not sample:
        yield f'<p class="more">{escaped(translated("None."))}</p>\n'


def _widths(columns: Sequence[Column], rows: Sequence[Row]) -> list[int]:
    """Letters that each column has room for."""
    texts = [[cell(row[place]) for row in rows] for place in range(len(columns))]
    return [min(ROOM, max(map(len, column), default=0)) for column in texts]


def _start(
    style: str,
    headings: Iterable[tuple[str, bool]],
    caption: str = "",
    widths: Sequence[int] | None = None,
) -> Iterator[str]:
    """What comes before the rows; each heading says whether it stands above numbers."""
    yield f'<div class="scroll" tabindex="0">\n<table class="{style}">\n'
    if caption:
        yield f"<caption><span>{escaped(caption)}</span></caption>\n"
    yield "<thead>\n<tr>"
    for place, (heading, is_number) in enumerate(headings):
        width = f' style="min-width:{widths[place]}ch"' if widths else ""
        number = ' class="number"' if is_number else ""
        yield f'<th scope="col"{number}{width}><span>{escaped(heading)}</span></th>'
    yield "</tr>\n</thead>\n<tbody>\n"


def _cell(column: Column, value: Any) -> str:
    if isinstance(value, bool):
        said = "yes" if value else "no"
        return f'<td class="{said}"><span>{escaped(translated(said))}</span></td>'
    number = ' class="number"' if column.kind == "number" else ""
    return f"<td{number}>{_linked(cell(value))}</td>"


def _linked(text: str) -> str:
    """Text, which is a link if all of it is an address of the web."""
    shown = escaped(text)
    if _URL.fullmatch(text) and visible(text) == text:
        return f'<a href="{shown}" rel="noreferrer">{shown}</a>'
    return shown


def _card(card: Card) -> Iterator[str]:
    yield f"<article>\n<header>\n<h1>{escaped(card.title)}</h1>\n"
    if card.subtitle:
        yield f'<p class="subtitle">{escaped(card.subtitle)}</p>\n'
    yield "</header>\n"
    values = by_key(card.columns, card.row)
    tables = [column for column in card.columns if column.kind == "records"]
    moved = {column.instead for column in tables if not values[column.key]}
    yield from _facts(
        (column.title, values[column.key])
        for column in card.columns
        if column.kind != "records" and column.key not in {*card.hidden, *moved}
    )
    for column in tables:
        yield from _section(column, values, card.marked)
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
        return escaped(translated("yes" if value else "no"))
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
        yield from _grid(Table(column.columns, rows), "data")
    yield "</section>\n"


def _viewed(column: Column, rows: Sequence[Row], marked: str | None) -> Iterator[str]:
    """The rows of a table as people see them."""
    yield from _start("view", ((view.title, view.align == "right") for view in column.view))
    names = titles(column.columns)
    for row in rows:
        values = by_key(column.columns, row)
        is_marked = marked is not None and values.get("id") == marked and "country" in values
        cells = "".join(_composed(view, values, names) for view in column.view)
        mark = ' class="marked" aria-current="true"' if is_marked else ""
        yield f"<tr{mark}>{cells}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"


def _composed(view: View, values: Mapping[str, Any], names: Mapping[str, str]) -> str:
    links = {value for value in values.values() if isinstance(value, str) and _URL.match(value)}
    texts = filter(None, (line(pieces, values, names) for pieces in view.lines))
    lines = [
        " · ".join(_linked(part) if part in links else escaped(part) for part in text.split(" · "))
        for text in texts
    ]
    more = "".join(f'<div class="more">{text}</div>' for text in lines[1:])
    number = ' class="number"' if view.align == "right" else ""
    return f"<td{number}>{''.join(lines[:1])}{more}</td>"


def _footer(notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield f"<footer>{''.join(f'<p>{escaped(note)}</p>' for note in notes)}</footer>\n"
