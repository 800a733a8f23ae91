"""Views of rows as lines of text: in columns, or stacked where the columns do not fit.

Rows are grouped in sections under headings, a brief table with a line for each record, any other
with all that its views tell. Whatever a line says that the row has said already is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import View
from ..i18n import translated
from ..visible import visible
from .cells import cells, cut, padded, wrapped
from .layout import GAP, Columns, Slot, widths
from .paint import FAINT, ID, STRONG
from .stacked import STEP, stacked_brief, stacked_long
from .text import by_key, cell, line, shared_unit, titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..answers import Column, Facts, Line, Row, Section
    from .layout import Cell, Piece
    from .paint import Paint

YES, NO = "●", "·"
MARK = "▸ "

NARROW = 70
"""Cells of a terminal on which brief records are stacked."""

LONGEST_BAR = 20
"""Cells of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


class Grid:
    """What a table shows: its views, the values of its rows, and the groups that these form."""

    def __init__(
        self,
        columns: Sequence[Column],
        views: Sequence[View],
        values: Sequence[Facts],
        *,
        is_brief: bool = False,
        marked: str | None = None,
        below: str = "",
        is_composed: bool = True,
    ) -> None:
        self.titles = titles(columns)
        self.views = views
        self.values = values
        self.is_brief = is_brief
        self.is_composed = is_composed
        """Whether the views were made for people: one that has nothing to show is left out."""
        self.below = below
        """The key of a text of which one line stands below each record."""
        self.marked = marked
        """The id of the record that is to stand out."""
        self.groups: list[tuple[str, list[int]]] = [("", list(range(len(values))))]
        """Headings, each with the numbers of the rows below it."""

    def grouped(self, section: Section | None, order: Sequence[Any]) -> Grid:
        """Return the same with its rows under headings, in an order, then as they appear."""
        if section is not None:
            found: dict[Any, list[int]] = {group: [] for group in order}
            for number, values in enumerate(self.values):
                group = section(values) if callable(section) else values[section]
                found.setdefault(group, []).append(number)
            name = "" if callable(section) else self.titles[section]
            self.groups = [
                (_section_name(group, name), rows) for group, rows in found.items() if rows
            ]
        return self

    def lines(self, width: int, paint: Paint, indent: int = 0) -> Iterator[str]:
        """Yield the lines of the grid, of at most a width."""
        if not self.values:
            yield paint(translated("None."), FAINT)
            return
        rows = self._rows()
        has_sections = any(name for name, _ in self.groups)
        filled = [
            place
            for place in range(len(self.views))
            if not self.is_composed
            or any(any(row[place]) for row in rows)
            # Sections and what stands below a record are moved to the right by it.
            or (place == 0 and (has_sections or self.below))
        ]
        self.views = [self.views[place] for place in filled]
        rows = [[row[place] for place in filled] for row in rows]
        slots = [_slot(view, with_heading=not indent) for view in self.views]
        columns = self._fitted(slots, rows, width, indent)
        if columns is None:
            yield from self._stacked(rows, width, paint, indent)
        elif self.is_brief:
            yield from self._brief(columns, rows, paint, width)
        else:
            yield from self._long(columns[0], rows, paint, width)

    def _fitted(
        self, slots: Sequence[Slot], rows: Sequence[list[Cell]], width: int, indent: int
    ) -> list[Columns] | None:
        """Return the columns of each group, or None where there is no room for them.

        Groups in which the first column is empty have wider columns without it.
        """
        may_wrap = not self.is_brief or width >= NARROW
        wider = [
            bool(name) and not slots[0].heading and not any(any(rows[n][0]) for n in members)
            for name, members in self.groups
        ]
        if not self.is_brief or len(slots) < 2 or all(wider):
            wider = [False] * len(wider)
        found: dict[bool, Columns] = {}
        for first in sorted(set(wider)):
            shown = [
                rows[number][first:]
                for (_, members), is_wider in zip(self.groups, wider, strict=True)
                if is_wider == first
                for number in members
            ]
            margin = indent + STEP * first
            sizes = widths(slots[first:], shown, width - margin, may_wrap=may_wrap)
            if sizes is None:
                return None
            found[first] = Columns(slots[first:], sizes, margin, first)
        return [found[first] for first in wider]

    def _rows(self) -> list[list[Cell]]:
        rows = [self._cells(values) for values in self.values]
        for place, view in enumerate(self.views):
            if view.align == "bar":
                for _, numbers in self.groups:
                    # Counts of unlike things have no common measure.
                    has_bars = bool(shared_unit([self.values[number] for number in numbers]))
                    counts = [self.values[number][view.key] for number in numbers]
                    most = max(counts, default=0)
                    for number, count in zip(numbers, counts, strict=True):
                        rows[number][place] = [_bar(count, most)] if has_bars else []
        return rows

    def _cells(self, values: Facts) -> list[Cell]:
        said: set[str] = set()
        found: list[Cell] = [
            [YES if values[view.key] else NO]
            if view.align == "mark"
            else _pieces(view, values, self.titles, said)
            for view in self.views
        ]
        if self._is_marked(values):
            found[0] = [f"{MARK}{values['id']}"]
        return found

    def _heading(self, name: str, rows: Sequence[int]) -> str:
        return f"{name} ({len(rows)})"

    def _brief(
        self, columns: Sequence[Columns], rows: Sequence[list[Cell]], paint: Paint, width: int
    ) -> Iterator[str]:
        heads = "" if columns[0].indent else _heads(columns[0])
        # The columns that have no heading leave room for that of the first section.
        empty = len(heads) - len(heads.lstrip(" "))
        for number, (name, members) in enumerate(self.groups):
            heading = self._heading(name, members) if name else ""
            if number == 0 and heads and cells(heading) + GAP <= empty:
                bold = padded(heading, empty, painted=paint(heading, STRONG))
                yield bold + paint(heads[empty:], FAINT)
            else:
                if number == 0 and heads:
                    yield paint(heads, FAINT)
                yield from _painted(heading, width, paint)
            yield from self._records(columns[number], members, rows, paint, width)

    def _long(
        self, columns: Columns, rows: Sequence[list[Cell]], paint: Paint, width: int
    ) -> Iterator[str]:
        yield paint(_heads(columns), FAINT)
        yield "─" * (sum(columns.sizes) + GAP * (len(columns.sizes) - 1))
        for name, members in self.groups:
            yield from _painted(self._heading(name, members) if name else "", width, paint)
            yield from self._records(columns, members, rows, paint, width)

    def _records(
        self,
        columns: Columns,
        members: Sequence[int],
        rows: Sequence[list[Cell]],
        paint: Paint,
        width: int,
    ) -> Iterator[str]:
        for number in members:
            style = STRONG if self._is_marked(self.values[number]) else ""
            yield from columns.row_lines(rows[number], paint, style)
            if self.below:
                margin = columns.indent + columns.sizes[0] + GAP
                yield from self._beginning(number, margin, width, paint)

    def _beginning(self, number: int, indent: int, width: int, paint: Paint) -> Iterator[str]:
        """Yield one line of the text that stands below a record."""
        if text := self.values[number].get(self.below):
            yield " " * indent + paint(cut(visible(text), width - indent), FAINT)

    def _is_marked(self, values: Facts) -> bool:
        return self.marked is not None and values.get("id") == self.marked

    def _stacked(
        self, rows: Sequence[list[Cell]], width: int, paint: Paint, indent: int
    ) -> Iterator[str]:
        stacked = stacked_brief if self.is_brief else stacked_long
        for number, (name, members) in enumerate(self.groups):
            if name:
                yield from [""] * (number > 0)
                yield from _painted(self._heading(name, members), width, paint)
            for place, member in enumerate(members):
                yield from [""] * (place > 0 and not self.is_brief)
                yield from stacked(self.views, rows[member], width, paint, indent)
                if self.below:
                    yield from self._beginning(member, indent + STEP, width, paint)


def _painted(heading: str, width: int, paint: Paint) -> Iterator[str]:
    if heading:
        yield from (paint(text, STRONG) for text in wrapped(heading, width))


def _heads(columns: Columns) -> str:
    pairs = zip(columns.slots, columns.sizes, strict=True)
    heads = (padded(slot.heading, size, slot.align) for slot, size in pairs)
    return (" " * GAP).join(heads).rstrip(" ")


def _slot(view: View, with_heading: bool) -> Slot:
    align = {"mark": "center"}.get(view.align, view.align)
    style = ID if view.is_id or view.align == "bar" else ""
    heading = visible(view.title) if with_heading else ""
    return Slot(heading, align, style, view.is_elided)


def values_of(columns: Sequence[Column], rows: Sequence[Row]) -> list[Facts]:
    """Return the cells of rows by the keys of their columns."""
    return [by_key(columns, row) for row in rows]


def views_of(columns: Sequence[Column]) -> tuple[View, ...]:
    """Return a view for each column, for a table that has none of its own."""
    align: dict[str, Any] = {"number": "right", "boolean": "mark"}
    return tuple(
        View(
            column.label,
            ((f"{{{column.key}}}",),),
            align.get(column.kind, "left"),
            is_id=column.is_id,
        )
        for column in columns
    )


def _pieces(view: View, values: Facts, names: Mapping[str, str], said: set[str]) -> Cell:
    pieces: Cell = []
    for template in view.lines:
        text = visible(line(template, values, names))
        # The first line stays whatever the row has said: it is what the column is about.
        if text and not (pieces and text.casefold() in said):
            said.add(text.casefold())
            pieces.append(_items(template, values) or text)
    return pieces


def _items(pieces: Line, values: Facts) -> Piece:
    """Return the items of a line that shows one list of texts and nothing else."""
    # What stands for an empty value is no part of the key.
    key = pieces[0][1:-1].partition("|")[0]
    value = values.get(key) if len(pieces) == 1 else None
    if value and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [visible(item) for item in value]
    return []


def _bar(number: float, most: float) -> str:
    # The block characters of Unicode come in eighths of a cell.
    whole, eighths = divmod(round(8 * LONGEST_BAR * number / most) if most else 0, 8)
    return "█" * whole + _EIGHTHS[eighths].strip()


def _section_name(value: Any, title: str) -> str:
    if isinstance(value, bool):
        name = title if value else translated("others")
    else:
        name = translated(cell(value))
    name = visible(name)
    return name[:1].upper() + name[1:]
