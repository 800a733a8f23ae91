"""The document of any answer: its rows as tables under headings, its facts in pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..answers import Card, Matrix, Notes, Timeline, is_empty
from ..i18n import translated
from ..render.grid import Grid as Groups
from ..render.grid import values_of, views_of
from ..render.text import by_key, cell, line, shared_unit, titles
from ..render.words import in_words
from .columns import fitted
from .document import Bars, Block, Document, Grid, Heading, Pairs, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..answers import Answer, Column, Facts, Table, View
    from ..store.store import Store
    from .document import Cell

WIDTH = 140
"""Cells of the terminal whose columns a page shows: it is read as a wide one is."""

MOST_ROWS = 20_000
"""Rows that are printed at most: some 800 pages."""


def document(store: Store | None, answer: Answer) -> Document:
    """Return the document of any answer."""
    if isinstance(answer, Card):
        return _card_document(cast("Card", in_words(answer, with_names=True)))
    if isinstance(answer.shape, Matrix):
        from .drawn import matrix_document

        return matrix_document(answer)
    if isinstance(answer.shape, Timeline):
        from .drawn import timeline_document

        return timeline_document(answer)
    return table_document(answer)


def table_document(table: Table) -> Document:
    """Return the document of a table: its title, what was counted, the rows and the notes."""
    blocks, is_wide = table_blocks(table)
    return Document(table.title, blocks, table.counted() or table.subtitle, is_wide)


def table_blocks(table: Table) -> tuple[list[Block], bool]:
    """Return the blocks of a table, and whether they need a page in landscape."""
    said = cast("Table", in_words(table, is_drawn=True, with_names=True))
    rows, more = first_rows(said)
    if isinstance(table.shape, Notes):
        blocks, is_wide = list(_notes(table.shape, values_of(said.columns, rows))), False
    else:
        blocks, is_wide = _grids(said, rows)
    return [*blocks, *faint(*more, *table.footnotes)], is_wide


def faint(*notes: str) -> list[Block]:
    """Return notes as blocks."""
    return [Paragraph(note, is_faint=True) for note in notes]


def first_rows(table: Table) -> tuple[list[Any], Sequence[str]]:
    """Return the rows that are printed, and the note on what is left out."""
    rows: list[Any] = []
    for row in table:
        if len(rows) == MOST_ROWS:
            note = translated("Only the first {rows} rows are printed; -o x.csv has all of them.")
            return rows, (note.format(rows=f"{MOST_ROWS:,}"),)
        rows.append(row)
    return rows, ()


def _notes(notes: Notes, values: Sequence[Facts]) -> Iterator[Block]:
    last = None
    for each in values:
        if each[notes.section] != last:
            last = each[notes.section]
            heading = translated(str(last))
            yield Heading(heading[:1].upper() + heading[1:])
        yield Paragraph(str(each[notes.sentence]))


def _grids(table: Table, rows: Sequence[Any]) -> tuple[list[Block], bool]:
    values = values_of(table.columns, rows)
    brief = table.brief
    if brief is not None and brief.facts is not None:
        values = [{**each, **brief.facts(each)} for each in values]
    views = _shown_views(table, values)
    is_counted = any(view.align == "bar" for view in views)
    section = table.section
    if brief is not None and brief.section is not None and not is_counted:
        section = brief.section
    groups = Groups(table.columns, views, values).grouped(section, _order(table)).groups
    if not values:
        return faint(translated("None.")), False
    names = titles(table.columns)
    cells = [[_cell(view, each, names) for view in views] for each in values]
    headings = [heading_of(view, names) for view in views]
    shares, is_wide = fitted(headings, cells)
    blocks: list[Block] = []
    for heading, numbers in groups:
        own, shown = [values[n] for n in numbers], [cells[n] for n in numbers]
        if heading:
            beside = shared_unit(own) if is_counted else f"{len(numbers):,}"
            blocks.append(Heading(heading, beside))
        blocks.append(
            _bars(views, own, shown) if is_counted else _grid_of(views, headings, shown, shares)
        )
    return blocks, is_wide


def _grid_of(
    views: Sequence[View],
    headings: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    shares: Sequence[float],
) -> Grid:
    """Return the table of a group, without the columns that are empty in all of its rows."""
    kept = [n for n in range(len(views)) if any(row[n] != [""] for row in cells)]
    return grid(
        [views[n] for n in kept],
        [headings[n] for n in kept],
        [[row[n] for n in kept] for row in cells],
        [shares[n] for n in kept],
    )


def _order(table: Table) -> Sequence[Any]:
    return table.order() if table.brief is None or table.brief.section is None else ()


def _shown_views(table: Table, values: Sequence[Facts]) -> list[View]:
    """Return the views that are printed: not ids beside names, and none without any text."""
    brief = table.brief
    if brief is not None:
        views = [view for view in brief.views if view.widths[0] <= WIDTH < view.widths[1]]
    else:
        shown = [column for column in table.columns if column.key != table.section]
        views = list(table.view or views_of(shown))
    named = {**table.names, **(brief.instead if brief is not None else {})}
    others = [view for view in views if not view.is_id or view.key in named]
    names = titles(table.columns)
    return [
        view
        for place, view in enumerate(others or views)
        if place == 0 or not values or any(_cell(view, each, names) != [""] for each in values)
    ]


def heading_of(view: View, names: Mapping[str, str]) -> str:
    """Return what stands above a view, which may have a heading only on paper."""
    if view.align == "right" and names.get(view.key):
        return names[view.key]  # a screen may have room for "Acts" only
    return view.title or names.get(view.key) or {"time": translated("When")}.get(view.key, "")


def grid(
    views: Sequence[View],
    headings: Sequence[str],
    cells: Sequence[Sequence[Cell]],
    shares: Sequence[float],
) -> Grid:
    """Return a table of views."""
    aligns: list[Any] = ["right" if view.align == "right" else "left" for view in views]
    return Grid(headings, aligns, cells, shares)


def _cell(view: View, values: Facts, names: Mapping[str, str]) -> Cell:
    if view.align == "mark":
        return [translated("yes") if values[view.key] else translated("no")]
    found = [text for pieces in view.lines if (text := line(pieces, values, names))]
    return found or [""]


def _bars(views: Sequence[View], values: Sequence[Facts], cells: Sequence[Sequence[Cell]]) -> Bars:
    """Return counts with bars; the first view says what is counted."""
    place = next(n for n, view in enumerate(views) if view.align == "bar")
    key = views[place].key
    most = max((each[key] for each in values), default=0) or 1
    is_one_kind = bool(shared_unit(values))
    return Bars(
        [
            (
                row[0][0][:1].upper() + row[0][0][1:],
                f"{each[key]:,}",
                each[key] / most if is_one_kind else 0.0,
            )
            for row, each in zip(cells, values, strict=True)
        ]
    )


def _card_document(card: Card) -> Document:
    values = by_key(card.columns, card.row)
    moved = {column.instead for column in card.columns if is_empty(values[column.key])}
    facts = [
        (column.title, _listed(values[column.key]))
        for column in card.columns
        if column.kind != "records"
        and column.key not in {*card.hidden, *moved}
        and not is_empty(values[column.key])
    ]
    blocks: list[Block] = [Pairs(facts)] if facts else []
    is_wide = False
    for column in card.columns:
        if column.kind == "records":
            more, needs_room = _records(column, values)
            blocks += more
            is_wide = is_wide or needs_room
    return Document(card.title, [*blocks, *faint(*card.footnotes)], card.subtitle, is_wide)


def _listed(value: Any) -> list[str]:
    if isinstance(value, list):
        return [cell(one) for one in value]
    if isinstance(value, dict):
        return [f"{text} [{tag}]" for tag, text in value.items()]
    if isinstance(value, bool):
        return [translated("yes") if value else translated("no")]
    return [cell(value)]


def _records(column: Column, values: Facts) -> tuple[list[Block], bool]:
    """Return the blocks of a nested table, and whether they need a page in landscape."""
    rows = values[column.key]
    instead = values.get(column.instead)
    if not rows:
        if is_empty(instead):
            return [], False
        return [Heading(column.title), Paragraph(cell(instead))], False
    views = [view for view in column.view or views_of(column.columns) if not view.is_id]
    names = titles(column.columns)
    facts = values_of(column.columns, rows)
    cells = [[_cell(view, each, names) for view in views] for each in facts]
    headings = [heading_of(view, names) for view in views]
    shares, is_wide = fitted(headings, cells)
    return [Heading(column.title, f"{len(rows):,}"), grid(views, headings, cells, shares)], is_wide
