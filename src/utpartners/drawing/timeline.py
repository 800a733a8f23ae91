"""Activities along time: a row for each partnership, a mark for each activity."""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import TYPE_CHECKING, Any, cast

from ..i18n import translated
from .canvas import (
    BOTTOM,
    GREY,
    INK,
    LONG,
    MARKS,
    SHADE,
    SHORT,
    SMALL,
    TOP,
    Canvas,
    Mark,
    at_most,
    fitting,
    marks,
    too_much,
    width,
)
from .timeline_layout import (
    LANE,
    OPTIONS,
    SHORTEST,
    UNDATED,
    ActivityYears,
    Scale,
    Stack,
    activity_years,
    stacked,
    stretch,
)
from .timeline_layout import height as height_of
from .timeline_layout import scale as scale_of

if TYPE_CHECKING:
    from ..answers import Table, Timeline

MOST_ACTIVITIES, MOST_PARTNERSHIPS = 400, 40
HEAD = TOP + 24
"""Where the rows begin, below the title, the phases and the years."""
WIDEST = 175.0
LEGEND_ROW = 11.0
BY_PHASE: dict[str, Any] = {"linestyle": (0, (1.5, 2)), "linewidth": 1.0}


def draw(table: Table) -> Canvas:
    """Draw the timeline of a table. Raises UtpartnersError where a page has no room for it."""
    shape = cast("Timeline", table.shape)
    records = at_most(
        MOST_ACTIVITIES,
        translated("{count} activities", count=MOST_ACTIVITIES),
        table.records(),
        OPTIONS,
    )
    spans = [activity_years(record, shape.phases) for record in records]
    rows = dict.fromkeys(one.partnership for one in spans)
    at_most(
        MOST_PARTNERSHIPS,
        translated("{count} partnerships", count=MOST_PARTNERSHIPS),
        rows,
        OPTIONS,
    )
    names = {id: fitting(name, WIDEST) for id, name in shape.names if id in rows}
    own = {id: [one for one in spans if one.partnership == id] for id in names}
    kinds = _kinds(spans)
    # Landscape first; portrait, which has room for more rows, where that is too high.
    for wide, high in ((LONG, SHORT), (SHORT, LONG)):
        scale = scale_of(spans, list(names.values()), wide)
        stacks = {id: stacked(found, scale) for id, found in own.items()}
        end = HEAD + sum(map(height_of, stacks.values()))
        height = end + LEGEND_ROW * (ceil(len(kinds) / scale.columns) + 1) + 8 + BOTTOM
        if height <= high:
            break
    else:
        raise too_much(translated("so many activities at the same time"), OPTIONS)
    canvas = Canvas(wide, height, table.title, shape.source)
    if spans:
        _axis(canvas, scale, shape, end)
    else:
        canvas.text(0, HEAD - 12, translated("no activities"), color=GREY)
    y = HEAD
    for place, (id, stack) in enumerate(stacks.items()):
        _row(canvas, scale, y, height_of(stack), names[id], is_even=place % 2 == 0)
        _marked(canvas, scale, y, stack, kinds)
        y += height_of(stack)
    canvas.line((0, wide), (y, y), color=GREY)
    before = any(one.is_open_before for one in spans)
    _legend(canvas, scale, kinds, y + 14, before=before)
    return canvas


def _kinds(spans: list[ActivityYears]) -> dict[str, Mark]:
    """Return a mark for each kind, the most frequent first; the last one may be for all others."""
    counted = [kind for kind, _ in Counter(one.kind for one in spans).most_common()]
    if len(counted) <= len(MARKS):
        return marks(counted)
    return {**marks(counted[: len(MARKS) - 1]), translated("other kinds"): Mark(GREY, ".")}


def _axis(canvas: Canvas, scale: Scale, shape: Timeline, bottom: float) -> None:
    for year in range(scale.first, scale.last + 1):
        x = scale.x(year)
        canvas.line((x, x), (HEAD, bottom), linewidth=0.4)
        if year < scale.last and scale.year > width("2000", SMALL) + 4:
            canvas.text(x + scale.year / 2, HEAD - 6, str(year), SMALL, ha="center", color=GREY)
    own = {number: years for (home, number), years in shape.phases.items() if not home}
    for number, (first, last) in own.items():
        start, end = scale.x(first), scale.x(last + 1 if last is not None else scale.last)
        if end > start:
            # The message is in lower case, as tables have it inside a line; here it is a heading.
            said = translated("phase {phase}").replace("{phase}", str(number))
            said = fitting(said[:1].upper() + said[1:], end - start, SMALL)
            canvas.text((start + end) / 2, HEAD - 18, said, SMALL, ha="center")
            canvas.line((start + 2, end - 2), (HEAD - 12, HEAD - 12), color=INK, linewidth=0.8)
    if scale.undated:
        x = scale.wide - scale.undated / 2
        canvas.text(x, HEAD - 6, translated("Not dated"), SMALL, ha="center", color=GREY)
        canvas.line((scale.wide - scale.undated,) * 2, (HEAD, bottom), color=GREY)


def _row(
    canvas: Canvas, scale: Scale, y: float, height: float, name: str, *, is_even: bool
) -> None:
    if is_even:
        canvas.axes.fill_between((0, scale.wide), y, y + height, color=SHADE, linewidth=0, zorder=0)
    canvas.text(scale.left - 6, y + height / 2, name, ha="right")


def _marked(canvas: Canvas, scale: Scale, top: float, stack: Stack, kinds: dict[str, Mark]) -> None:
    other = list(kinds.values())[-1]
    undated = 0
    for lane, one in stack:
        mark = kinds.get(one.kind, other)
        y = top + LANE * (lane + 0.5) + 2.5
        if one.is_dated:
            _dated(canvas, scale, y, one, mark)
            continue
        x = scale.wide - scale.undated + 10 + LANE * (undated % UNDATED)
        undated += 1
        canvas.mark(x, y, mark, **_filled(one))


def _dated(canvas: Canvas, scale: Scale, y: float, one: ActivityYears, mark: Mark) -> None:
    start, end = stretch(one, scale)
    if end - start <= SHORTEST + 2:
        canvas.mark((start + end - 1) / 2, y, mark, **_filled(one))
        return
    style = BY_PHASE if one.by_phase else {"linewidth": 1.0}
    canvas.line((start + 4, end - 4), (y, y), color=mark.colour, **style)
    if one.is_open:
        canvas.mark(end - 3, y, Mark(mark.colour, ">"), 3, markeredgewidth=0)
    if one.is_open_before:
        canvas.mark(start + 3, y, Mark(mark.colour, "<"), 3, markeredgewidth=0)
        canvas.mark(end - 4, y, mark, **_filled(one))
        return
    canvas.mark((start + end) / 2 if one.by_phase else start + 4, y, mark, **_filled(one))


def _filled(one: ActivityYears) -> dict[str, Any]:
    return {"markerfacecolor": "white"} if one.planned else {"markeredgewidth": 0.8}


def _legend(
    canvas: Canvas, scale: Scale, kinds: dict[str, Mark], top: float, *, before: bool
) -> None:
    """Draw what the marks mean; ``before`` says whether any activity has only an end."""
    step = scale.wide / scale.columns
    for place, (kind, mark) in enumerate(kinds.items()):
        x, y = 4 + step * (place % scale.columns), top + LEGEND_ROW * (place // scale.columns)
        canvas.mark(x, y, mark, markeredgewidth=0.8)
        canvas.text(x + 8, y, fitting(kind, step - 14))
    y = top + LEGEND_ROW * ceil(len(kinds) / scale.columns)
    canvas.mark(4, y, Mark(INK, "o"), markerfacecolor="white")
    canvas.text(12, y, translated("planned"))
    x = 4 + step
    canvas.line((x, x + 16), (y, y), color=INK, linewidth=1.0)
    canvas.mark(x + 17, y, Mark(INK, ">"), 3, markeredgewidth=0)
    said = translated("start known, end not known")
    canvas.text(x + 24, y, said)
    x += width(said) + 44
    canvas.line((x, x + 18), (y, y), color=INK, **BY_PHASE)
    said = translated("at some time in the phase")
    canvas.text(x + 24, y, said)
    if before:
        x += width(said) + 44
        canvas.mark(x, y, Mark(INK, "<"), 3, markeredgewidth=0)
        canvas.line((x + 1, x + 17), (y, y), color=INK, linewidth=1.0)
        canvas.text(x + 24, y, translated("until then, start not given"))
