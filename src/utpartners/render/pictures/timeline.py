"""Activities along time: a row for each partnership, a mark for each activity by its kind."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Any, cast

from ...i18n import translated
from .lanes import LANE, OPTIONS, SHORTEST, UNDATED, Scale, Stack, stacked, stretch
from .lanes import height as height_of
from .lanes import scale as scale_of
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
    at_most,
    fitting,
    marks,
    too_much,
    width,
)
from .spans import Span, span

if TYPE_CHECKING:
    from ...answers import Table, Timeline

MOST_ACTIVITIES, MOST_PARTNERSHIPS = 400, 40
HEAD = TOP + 24
"""Where the rows begin, below the title, the phases and the years."""
WIDEST = 175.0
LEGEND_ROW = 11.0
BY_PHASE: dict[str, Any] = {"linestyle": (0, (1.5, 2)), "linewidth": 1.0}


def draw(table: Table) -> Sheet:
    """The timeline of a table. Raises UtpartnersError where a page has no room for it."""
    shape = cast("Timeline", table.shape)
    records = at_most(MOST_ACTIVITIES, "activities", table.records(), OPTIONS)
    spans = [span(record, shape.phases) for record in records]
    rows = dict.fromkeys(one.partnership for one in spans)
    at_most(MOST_PARTNERSHIPS, "partnerships", rows, OPTIONS)
    names = {id: fitting(name, WIDEST) for id, name in shape.names if id in rows}
    own = {id: [one for one in spans if one.partnership == id] for id in names}
    kinds = _kinds(spans)
    for wide, high in ((LONG, SHORT), (SHORT, LONG)):
        scale = scale_of(spans, list(names.values()), wide)
        stacks = {id: stacked(found, scale) for id, found in own.items()}
        end = HEAD + sum(map(height_of, stacks.values()))
        height = end + LEGEND_ROW * (ceil(len(kinds) / scale.columns) + 1) + 8 + BOTTOM
        if height <= high:
            break
    else:
        raise too_much("so many activities at the same time", OPTIONS)
    sheet = Sheet(wide, height, table.title, shape.source)
    if spans:
        _axis(sheet, scale, shape, end)
    else:
        sheet.text(0, HEAD - 12, translated("no activities"), color=GREY)
    y = HEAD
    for place, (id, stack) in enumerate(stacks.items()):
        _row(sheet, scale, y, height_of(stack), names[id], is_even=place % 2 == 0)
        _marked(sheet, scale, y, stack, kinds)
        y += height_of(stack)
    sheet.line((0, wide), (y, y), color=GREY)
    _legend(sheet, scale, kinds, y + 14)
    return sheet


def _kinds(spans: list[Span]) -> dict[str, Mark]:
    """The marks of the kinds, the most frequent first; the last one stands for all others."""
    counted = [kind for kind, _ in Counter(one.kind for one in spans).most_common()]
    if len(counted) <= len(MARKS):
        return marks(counted)
    return {**marks(counted[: len(MARKS) - 1]), translated("other kinds"): Mark(GREY, ".")}


def _axis(sheet: Sheet, scale: Scale, shape: Timeline, bottom: float) -> None:
    for year in range(scale.first, scale.last + 1):
        x = scale.x(year)
        sheet.line((x, x), (HEAD, bottom), linewidth=0.4)
        if year < scale.last and scale.year > width("2000", SMALL) + 4:
            sheet.text(x + scale.year / 2, HEAD - 6, str(year), SMALL, ha="center", color=GREY)
    own = {number: years for (home, number), years in shape.phases.items() if not home}
    for number, (first, last) in own.items():
        start, end = scale.x(first), scale.x(last + 1 if last is not None else scale.last)
        if end > start:
            said = translated("phase {phase}").replace("{phase}", str(number))
            said = fitting(said[:1].upper() + said[1:], end - start, SMALL)
            sheet.text((start + end) / 2, HEAD - 18, said, SMALL, ha="center")
            sheet.line((start + 2, end - 2), (HEAD - 12, HEAD - 12), color=INK, linewidth=0.8)
    if scale.undated:
        x = scale.wide - scale.undated / 2
        sheet.text(x, HEAD - 6, translated("without a date"), SMALL, ha="center", color=GREY)
        sheet.line((scale.wide - scale.undated,) * 2, (HEAD, bottom), color=GREY)


def _row(sheet: Sheet, scale: Scale, y: float, height: float, name: str, *, is_even: bool) -> None:
    if is_even:
        sheet.axes.fill_between((0, scale.wide), y, y + height, color=SHADE, linewidth=0, zorder=0)
    sheet.text(scale.left - 6, y + height / 2, name, ha="right")


def _marked(sheet: Sheet, scale: Scale, top: float, stack: Stack, kinds: dict[str, Mark]) -> None:
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


def _dated(sheet: Sheet, scale: Scale, y: float, one: Span, mark: Mark) -> None:
    start, end = stretch(one, scale)
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


def _legend(sheet: Sheet, scale: Scale, kinds: dict[str, Mark], top: float) -> None:
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
