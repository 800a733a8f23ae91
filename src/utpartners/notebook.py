"""What Python and notebooks show of an answer, and the answer as a data frame of pandas."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from .answers import Card, Table, is_empty
from .errors import UtpartnersError
from .i18n import translated
from .visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame

    from .answers import Answer, Column

WIDTH = 80
"""Cells of a line in Python."""

MOST_OF_A_COLUMN = 28
"""Cells of a column in Python where there is no room for whole texts, which a row has."""

ROWS_AS_TEXT = 10
ROWS_AS_HTML = 60

MOST_COUNTED = 1000
"""Rows that are read to say how many there are: showing a table must not take a minute."""


def text(answer: Answer) -> str:
    """Return what Python shows of an answer: its title, and its first rows or its fields."""
    name = f"{type(answer).__name__} {answer.title!r}" if answer.title else type(answer).__name__
    if isinstance(answer, Card):
        return "\n".join([f"<{name}>", *_fields(answer)])
    if answer.is_streamed:
        return f"<{name}, streamed: {', '.join(column.key for column in answer.columns)}>"
    try:
        rows = answer.first(MOST_COUNTED + 1)
    except UtpartnersError as error:
        # Whoever looks for a mistake is not helped by a second one.
        return f"<{name}: {error.message}>"
    return "\n".join([f"<{name}, {_count(rows)}>", *_grid(answer.columns, rows)])


def _count(rows: Sequence[Any]) -> str:
    if len(rows) > MOST_COUNTED:
        return f"more than {MOST_COUNTED:,} rows"
    return f"{len(rows)} row{'' if len(rows) == 1 else 's'}"


def _grid(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> list[str]:
    """Return lines with the keys and cells of the columns that fit, and the keys of the others."""
    from rich.cells import cell_len, set_cell_size

    first = rows[:ROWS_AS_TEXT]
    for most in (WIDTH, MOST_OF_A_COLUMN):
        # Whole texts where there is room for those of all columns.
        shown = [
            [column.key, *(_short(row[at], most) for row in first)]
            for at, column in enumerate(columns)
        ]
        widths = [max(map(cell_len, texts)) for texts in shown]
        ends = [sum(widths[: count + 1]) + 2 * count for count in range(len(widths))]
        fitting = sum(end <= WIDTH for end in ends)
        if fitting == len(columns):
            break
    taken = max(1, fitting)
    lines = [
        "  ".join(map(set_cell_size, texts, widths)).rstrip()
        for texts in zip(*shown[:taken], strict=True)
    ]
    if len(rows) > len(first):
        lines.append("…")
    others = ", ".join(column.key for column in columns[taken:])
    return [*lines, _cut(f"and {others}", WIDTH)] if others else lines


def _fields(card: Card) -> list[str]:
    """Return a line for each field that is not empty."""
    filled = [
        (column.key, _count(value) if column.kind == "records" else value)
        for column, value in zip(card.columns, card.row, strict=True)
        if not is_empty(value)
    ]
    width = max((len(key) for key, _ in filled), default=0)
    return [f"{key:<{width}}  {_short(value, WIDTH - width - 2)}" for key, value in filled]


def _short(value: Any, width: int) -> str:
    from .render.text import cell

    return _cut(visible(cell(value)), width)


def _cut(line: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size

    # Cells are counted for what may be shown alone: one name may have a million letters.
    start = line[: width + 1]
    return start if cell_len(start) <= width else f"{set_cell_size(start, width - 1).rstrip()}…"


def html(answer: Answer) -> str:
    """Return what a notebook shows of an answer: all its text is escaped, and nothing runs.

    A matrix, a timeline and a map are a picture with the rows below it.
    """
    from .render.html import escaped, fragment
    from .render.words import in_words

    if isinstance(answer, Card):
        return "".join(fragment(in_words(answer)))
    if answer.is_streamed:
        return f"<p>{escaped(text(answer))}</p>"
    rows = answer.first(MOST_COUNTED + 1)
    shown = answer.with_rows(rows[:ROWS_AS_HTML])
    table = "".join(fragment(in_words(shown)))
    if len(rows) > ROWS_AS_HTML:
        more = translated(
            "Only the first {rows} rows are shown; to_pandas() has all of them.", rows=ROWS_AS_HTML
        )
        table += f"<p>{escaped(more)}</p>"
    picture = _picture(answer)
    if not picture:
        return table
    summary = escaped(translated("Rows"))
    return f"{picture}<details><summary>{summary}</summary>{table}</details>"


def _picture(table: Table) -> str:
    """Return the picture of a table as an image; nothing for a table that has none."""
    from .drawing import MODULES, drawn
    from .render.html import escaped

    if type(table.shape) not in MODULES:
        return ""
    try:
        svg = drawn(table).svg()
    except UtpartnersError:  # there is too much to be seen, and the rows say it
        return ""
    # As an image it can neither run anything nor change the rest of the notebook.
    data = b64encode(svg.encode()).decode("ascii")
    style = "max-width:100%;background:white"
    source = f"data:image/svg+xml;base64,{data}"
    return f'<img alt="{escaped(table.title)}" style="{style}" src="{source}">'


def frame(table: Table) -> DataFrame:
    """Return a table as a data frame. Raises UtpartnersError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        from .extras import missing

        raise missing("to_pandas()", "pandas") from error
    found = pandas.DataFrame.from_records(
        list(table.records()), columns=[column.key for column in table.columns]
    )
    return found.astype(
        {column.key: kind for column in table.columns if (kind := _data_type(column))}
    )


def _data_type(column: Column) -> str:
    """Return the data type of pandas in which a value can also be unknown; empty for any type."""
    if column.kind == "number":
        return "Int64" if column.is_whole else "Float64"
    return "boolean" if column.kind == "boolean" else ""
