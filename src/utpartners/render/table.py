"""The format ``table``, for people: fitted to a terminal, or aligned text in a pipe or file.

Aligned text has no colour, is cut nowhere and has a record on each line.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ..answers import Card, Matrix, Notes, Table, Tree, is_empty
from ..i18n import translated
from ..visible import visible
from .cells import cells as cell_len
from .text import by_key, cell, line, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Answer, Column, Row
    from . import Screen
    from .tree import Branch

SAMPLE = 1000
"""Rows that decide the widths, so that a table of any length is written while it is read."""

GAP = "  "


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Return an answer as people read it."""
    if screen.terminal:
        # Imported only here: a pipe needs nothing of it.
        from .terminal import drawn

        return drawn(answer, screen)
    return _aligned(answer)


def _aligned(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Card):
        return _card(answer)
    if isinstance(answer.shape, Tree):
        from .tree import grown

        return _tree(grown(answer, answer.shape), "")
    if isinstance(answer.shape, Matrix):
        return _matrix(answer, answer.shape)
    if isinstance(answer.shape, Notes):
        return _notes(answer, answer.shape)
    return _table(answer)


def _table(table: Table) -> Iterator[str]:
    return _grid(
        [column.title for column in table.columns],
        [column.kind == "number" for column in table.columns],
        ([visible(cell(value)) for value in row] for row in table),
    )


def _grid(
    headings: Sequence[str], to_the_right: Sequence[bool], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    """Yield aligned lines; the first rows decide the widths of the columns.

    Rich would need all rows in memory, and would fit them to a width. Cells are measured in cells
    of a terminal, of which a Chinese, Japanese or Korean character takes two.
    """
    rows = iter(rows)
    sample = [[visible(heading.upper()) for heading in headings], *islice(rows, SAMPLE)]
    widths = [max(map(cell_len, cells)) for cells in zip(*sample, strict=True)]
    for row in chain(sample, rows):
        padded = (
            _padded(text, width, right)
            for text, width, right in zip(row, widths, to_the_right, strict=True)
        )
        # Spaces at the end of a line would only be noise, in a diff or under awk.
        yield GAP.join(padded).rstrip() + "\n"


def _padded(text: str, width: int, right: bool) -> str:
    blanks = " " * (width - cell_len(text))
    return blanks + text if right else text + blanks


def _matrix(table: Table, matrix: Matrix) -> Iterator[str]:
    from .matrix import readable_rows

    rows = readable_rows(table)
    totals = (str(sum(row[place] for row in rows)) for place in range(1, len(table.columns)))
    return _grid(
        [
            translated(matrix.corner),
            # Codes: names would make the columns far wider than their marks.
            *(column.key for column in table.columns[1:]),
            translated(matrix.total),
        ],
        [False] * len(table.columns) + [True],
        [
            *(
                # An ASCII letter, which grep and awk find without any setting.
                [visible(row[0]), *("x" if m else "" for m in row[1:]), str(sum(row[1:]))]
                for row in rows
            ),
            [translated(matrix.total), *totals, str(sum(sum(row[1:]) for row in rows))],
        ],
    )


def _notes(table: Table, notes: Notes) -> Iterator[str]:
    for row in table:
        values = by_key(table.columns, row)
        yield f"{visible(values[notes.section])}: {visible(values[notes.sentence])}\n"


def _tree(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}{visible(branch.text)}\n"
    for child in branch.children:
        yield from _tree(child, indent + "  ")


def _card(card: Card) -> Iterator[str]:
    yield visible(f"{card.title}  [{card.subtitle}]" if card.subtitle else card.title) + "\n"
    values = by_key(card.columns, card.row)
    # Facts first, as a line after a nested table would look like one of its rows.
    for column in card.columns:
        value = values[column.key]
        if column.kind != "records" and column.key not in card.hidden and not is_empty(value):
            yield f"{column.title}: {visible(cell(value))}\n"
    for column in card.columns:
        if column.kind == "records" and values[column.key]:
            yield f"\n{column.title}\n"
            yield from _records(column, values[column.key])
    for note in card.footnotes:
        yield f"\n{visible(note)}\n"


def _records(column: Column, rows: Sequence[Row]) -> Iterator[str]:
    if not column.view:
        return _table(Table(column.columns, rows))
    return _grid(
        [view.title for view in column.view],
        [view.align == "right" for view in column.view],
        (_composed(column, row) for row in rows),
    )


def _composed(column: Column, row: Row) -> list[str]:
    values = by_key(column.columns, row)
    texts = (
        (line(pieces, values, titles(column.columns)) for pieces in view.lines)
        for view in column.view
    )
    return [visible(" · ".join(filter(None, lines))) for lines in texts]
