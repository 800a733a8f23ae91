"""Activities along time: a row for each partnership, a mark for each activity by its kind."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ...messages import translated
from .sheet import (
    BOTTOM,
    GREY,
    INK,
    LONG,
    MARKS,
    SHADE,
    SHORT,
    SMALL,
    TOP,
    Mark,
    Sheet,
    fitting,
    marks,
    too_much,
    width,
)
from .spans import Span, lanes, span

if TYPE_CHECKING:
    from ...shapes import Timeline
    from ...table import Table

MOST_ACTIVITIES, MOST_PARTNERSHIPS, MOST_YEARS = 400, 40, 60
HEAD = TOP + 24
"""Where the rows begin, below the title, the phases and the years."""
LANE = 9.0
"""Points from one mark to the next, up and down."""
WIDEST = 175.0
UNDATED = 6
"""Activities without a date that stand next to each other."""
LEGEND_ROW = 11.0
BY_PHASE: dict[str, Any] = {"linestyle": (0, (1.5, 2)), "linewidth": 1.0}
SHORTEST = 7.0
"""Points that a mark takes along time, however short the activity was."""


class _Scale(NamedTuple):
    left: float
    year: float
    """Points."""
    first: int
    last: int
    undated: float
    """Points for what has no date, on the right."""
    wide: float

    def x(self, time: float) -> float:
        return self.left + (min(max(time, self.first), self.last) - self.first) * self.year

    @property
    def right(self) -> float:
        return self.x(self.last)

    @property
    def columns(self) -> int:
        """Of the legend."""
        return int(self.wide // 120)


def draw(table: Table) -> Sheet:
    """The timeline of a table. Raises UtpartnersError where a page has no room for it."""
    shape = cast("Timeline", table.shape)
    spans = [span(record, shape.phases) for record in table.records()]
    rows = dict.fromkeys(one.partnership for one in spans)
    if len(spans) > MOST_ACTIVITIES or len(rows) > MOST_PARTNERSHIPS:
        raise too_much(
            f"{len(spans):,} activities of {len(rows):,} partnerships",
            f"{MOST_ACTIVITIES} of {MOST_PARTNERSHIPS}",
        )
    names = {id: fitting(name, WIDEST) for id, name in shape.names if id in rows}
    own = {id: [one for one in spans if one.partnership == id] for id in names}
    kinds = _kinds(spans)
    for wide, high in ((LONG, SHORT), (SHORT, LONG)):
        scale = _scale(spans, list(names.values()), wide)
        stacks = {id: _stacked(found, scale) for id, found in own.items()}
        end = HEAD + sum(map(_height, stacks.values()))
        height = end + LEGEND_ROW * (ceil(len(kinds) / scale.columns) + 1) + 8 + BOTTOM
        if height <= high:
            break
    else:
        raise too_much(f"{len(spans):,} activities, many at the same time,", "fewer")
    sheet = Sheet(wide, height, table.title, shape.source)
    _axis(sheet, scale, shape, end)
    y = HEAD
    for place, (id, stack) in enumerate(stacks.items()):
        _row(sheet, scale, y, _height(stack), names[id], is_even=place % 2 == 0)
        _marked(sheet, scale, y, stack, kinds)
        y += _height(stack)
    sheet.line((0, wide), (y, y), color=GREY)
    _legend(sheet, scale, kinds, y + 14)
    return sheet


def _height(stack: list[tuple[int, Span]]) -> float:
    return LANE * (max(lane for lane, _ in stack) + 1) + 5


def _kinds(spans: list[Span]) -> dict[str, Mark]:
    """The marks of the kinds, the most frequent first; the last one stands for all others."""
    counted = [kind for kind, _ in Counter(one.kind for one in spans).most_common()]
    if len(counted) <= len(MARKS):
        return marks(counted)
    return {**marks(counted[: len(MARKS) - 1]), translated("other kinds"): Mark(GREY, "8")}


def _scale(spans: list[Span], names: list[str], wide: float) -> _Scale:
    times = [time for one in spans for time in (one.first, one.last) if time is not None]
    first = int(min(times, default=2000))
    last = ceil(max([*times, first + 1.0]))
    if last - first > MOST_YEARS:
        raise too_much(f"{last - first:,} years", f"{MOST_YEARS}")
    left = max(map(width, names), default=0) + 10
    undated = UNDATED * LANE + 12 if any(not one.is_dated for one in spans) else 0
    year = (wide - left - undated - 8) / (last - first)
    return _Scale(left, year, first, last, undated, wide)


def _stacked(spans: list[Span], scale: _Scale) -> list[tuple[int, Span]]:
    """The lane of each activity; those without a date have lanes of their own."""
    dated = [one for one in spans if one.is_dated]
    found = lanes(_stretch(one, scale) for one in dated)
    undated = [one for one in spans if not one.is_dated]
    return [
        *zip(found, dated, strict=True),
        *((place // UNDATED, one) for place, one in enumerate(undated)),
    ]


def _stretch(one: Span, scale: _Scale) -> tuple[float, float]:
    """From where to where an activity is drawn."""
    start = scale.x(one.first or scale.first)
    end = scale.x(one.last) if one.last is not None else scale.right
    if one.is_open or one.by_phase or end - start > scale.year * 1.1:
        return start, end + 1
    middle = (start + end) / 2
    return middle - SHORTEST / 2, middle + SHORTEST / 2 + 1


def _axis(sheet: Sheet, scale: _Scale, shape: Timeline, bottom: float) -> None:
    for year in range(scale.first, scale.last + 1):
        x = scale.x(year)
        sheet.line((x, x), (HEAD, bottom), linewidth=0.4)
        if year < scale.last and scale.year > width("2000", SMALL) + 4:
            sheet.text(x + scale.year / 2, HEAD - 6, str(year), SMALL, ha="center", color=GREY)
    for number, (first, last) in shape.phases.items():
        start, end = scale.x(first), scale.x(last + 1 if last is not None else scale.last)
        if end > start:
            said = fitting(f"{translated('Phase')} {number}", end - start, SMALL)
            sheet.text((start + end) / 2, HEAD - 18, said, SMALL, ha="center")
            sheet.line((start + 2, end - 2), (HEAD - 12, HEAD - 12), color=INK, linewidth=0.8)
    if scale.undated:
        x = scale.wide - scale.undated / 2
        sheet.text(x, HEAD - 6, translated("without a date"), SMALL, ha="center", color=GREY)
        sheet.line((scale.wide - scale.undated,) * 2, (HEAD, bottom), color=GREY)


def _row(sheet: Sheet, scale: _Scale, y: float, height: float, name: str, *, is_even: bool) -> None:
    if is_even:
        sheet.axes.fill_between((0, scale.wide), y, y + height, color=SHADE, linewidth=0, zorder=0)
    sheet.text(scale.left - 6, y + height / 2, name, ha="right")


def _marked(
    sheet: Sheet, scale: _Scale, top: float, stack: list[tuple[int, Span]], kinds: dict[str, Mark]
) -> None:
    other = list(kinds.values())[-1]
    undated = 0
    for lane, one in stack:
        mark = kinds.get(one.kind, other)
        y = top + LANE * (lane + 0.5) + 2.5
        if one.is_dated:
            _dated(sheet, scale, y, one, mark)
            continue
        x = scale.wide - scale.undated + 10 + LANE * (undated % UNDATED)
        undated += 1
        sheet.mark(x, y, mark, **_filled(one))


def _dated(sheet: Sheet, scale: _Scale, y: float, one: Span, mark: Mark) -> None:
    start, end = _stretch(one, scale)
    if end - start <= SHORTEST + 2:
        sheet.mark((start + end - 1) / 2, y, mark, **_filled(one))
        return
    style = BY_PHASE if one.by_phase else {"linewidth": 1.0}
    sheet.line((start + 4, end - 4), (y, y), color=mark.colour, **style)
    if one.is_open:
        sheet.mark(end - 3, y, Mark(mark.colour, ">"), 3, markeredgewidth=0)
    sheet.mark((start + end) / 2 if one.by_phase else start + 4, y, mark, **_filled(one))


def _filled(one: Span) -> dict[str, Any]:
    return {"markerfacecolor": "white"} if one.planned else {"markeredgewidth": 0.8}


def _legend(sheet: Sheet, scale: _Scale, kinds: dict[str, Mark], top: float) -> None:
    step = scale.wide / scale.columns
    for place, (kind, mark) in enumerate(kinds.items()):
        x, y = 4 + step * (place % scale.columns), top + LEGEND_ROW * (place // scale.columns)
        sheet.mark(x, y, mark, markeredgewidth=0.8)
        sheet.text(x + 8, y, fitting(kind, step - 14))
    y = top + LEGEND_ROW * ceil(len(kinds) / scale.columns)
    sheet.mark(4, y, Mark(INK, "o"), markerfacecolor="white")
    sheet.text(12, y, translated("planned"))
    x = 4 + step
    sheet.line((x, x + 16), (y, y), color=INK, linewidth=1.0)
    sheet.mark(x + 17, y, Mark(INK, ">"), 3, markeredgewidth=0)
    said = translated("since then, no end known")
    sheet.text(x + 24, y, said)
    x += width(said) + 44
    sheet.line((x, x + 18), (y, y), color=INK, **BY_PHASE)
    sheet.text(x + 24, y, translated("some time in the phase"))
