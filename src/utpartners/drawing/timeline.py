"""Activities along time: a band for each partnership, with the titles of what took place.

What has no year of its own is counted beside the axis, and not drawn on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..i18n import translated
from ..vocabulary import word
from .canvas import SMALL, TEXT, TOP, Canvas
from .limits import at_most, too_much
from .marks import OTHER, SHAPES, Mark, marks
from .text import width, wrapped
from .timeline_layout import LANE, MARK, OPTIONS, Event, Placed, Scale, event, placed
from .timeline_layout import scale as scale_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Table, Timeline
    from .canvas import Size

MOST_ACTIVITIES, MOST_PARTNERSHIPS = 400, 60
HEAD = TOP + 22
"""Where the bands begin, below the title, the phases and the years."""
NAME = 0.22
"""Share of the width that the names of partnerships may take."""
EDGE = 3.0
"""Space above and below the activities of a band."""


class Band(NamedTuple):
    """A partnership: the lines of its name, and its activities with and without a year."""

    name: list[str]
    events: list[Placed]
    without: int

    @property
    def height(self) -> float:
        """The height of the band."""
        lanes = max((one.lane for one in self.events), default=0) + 1
        text = len(self.name) * TEXT * 1.2 + (SMALL * 1.2 if self.without else 0)
        return max(LANE * lanes, text) + 2 * EDGE


def draw(table: Table, size: Size) -> Canvas:
    """Draw the timeline of a table. Raises UtpartnersError where the picture has no room for it."""
    shape = cast("Timeline", table.shape)
    limit = translated("{count} activities", count=MOST_ACTIVITIES)
    records = at_most(MOST_ACTIVITIES, limit, table.records(), OPTIONS)
    events = [one for record in records if (one := event(record))]
    left = size.width * NAME + 8
    scale = scale_of(events, left, size.width)
    bands = _bands(shape, records, scale, left - 12)
    kinds = marks(tuple(shape.kinds))
    canvas = Canvas(size.width, table.title, _description(bands))
    bottom = HEAD + sum(band.height for band in bands)
    if events:
        _axis(canvas, scale, shape, bottom)
    y = HEAD
    for n, band in enumerate(bands):
        if n % 2 == 0:
            canvas.rectangle(0, y, size.width, band.height, "shade")
        _band(canvas, band, y, kinds, scale)
        y += band.height
    canvas.line([(0, y), (size.width, y)], "edge")
    y += canvas.legend(_legend(kinds, events), y + 5) + 5
    canvas.end(y + 4, shape.source)
    if canvas.height > size.height:
        raise too_much(
            translated("{count} lines of activities", count=int(size.height / LANE)), OPTIONS
        )
    return canvas


def _bands(
    shape: Timeline, records: Sequence[dict[str, Any]], scale: Scale, room: float
) -> list[Band]:
    own: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        home = record.get("home", "")
        id = f"{home}/{record['partnership']}" if home else record["partnership"]
        own.setdefault(id, []).append(record)
    limit = translated("{count} partnerships", count=MOST_PARTNERSHIPS)
    at_most(MOST_PARTNERSHIPS, limit, own, OPTIONS)
    found = []
    for id, name in shape.names:
        if id in own:
            dated = [one for record in own[id] if (one := event(record))]
            without = len(own[id]) - len(dated)
            found.append(Band(wrapped(name, room, TEXT), placed(dated, scale), without))
    return found


def _axis(canvas: Canvas, scale: Scale, shape: Timeline, bottom: float) -> None:
    wanted = width("2000", SMALL) + 4
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100) if scale.year * n > wanted)
    for year in range(scale.first, scale.last + 1):
        if year % step:
            continue
        x = scale.x(year)
        canvas.line([(x, HEAD - 3), (x, bottom)])
        if year < scale.last:
            canvas.text(x + scale.year * step / 2, HEAD - 5, str(year), "faint", anchor="middle")
    for (home, number), (first, last) in shape.phases.items():
        start, end = scale.x(first), scale.x(last + 1 if last is not None else scale.last)
        if home or end <= start:
            continue
        said = translated("Phase {phase}").format(phase=number)
        if width(said, SMALL) < end - start:
            canvas.text((start + end) / 2, HEAD - 16, said, "small", anchor="middle")
        canvas.line([(start + 1, HEAD - 13), (end - 1, HEAD - 13)], "edge")


def _band(canvas: Canvas, band: Band, top: float, kinds: Mapping[str, Mark], scale: Scale) -> None:
    y = top + EDGE + TEXT
    for line in band.name:
        canvas.text(0, y, line, "label")
        y += TEXT * 1.2
    if band.without:
        said = translated("{count} without a year").format(count=band.without)
        canvas.text(0, y, said, "faint")
    for one in band.events:
        _event(canvas, one, top + EDGE + LANE * (one.lane + 0.5), kinds[one.event.kind])


def _event(canvas: Canvas, one: Placed, y: float, mark: Mark) -> None:
    event = one.event
    colour = {"stroke": mark.colour, "stroke_width": "1.2"}
    is_mark = one.end - one.start <= MARK + 0.1 and None not in (event.first, event.last)
    if not is_mark:
        start = one.start + (0 if event.first is None else MARK / 2)
        canvas.line([(start, y), (one.end - 1, y)], f"time t{mark.tone}", **colour)
        for side, is_open in ((one.start, event.first is None), (one.end, event.last is None)):
            if is_open:  # an arrow to where it goes on
                back = 3 if side == one.start else -3
                arrow = [(side + back, y - 2), (side, y), (side + back, y + 2)]
                canvas.line(arrow, f"time t{mark.tone}", **colour)
    x = one.end - MARK / 2 if event.first is None else one.start + MARK / 2
    canvas.mark((x, y), mark, hollow=event.planned, title=event.title)
    anchor = "end" if one.side == "before" else "start"
    look = "halo-small" if one.side == "on" else "small"
    canvas.text(one.title_x, y, one.title, look, anchor=anchor, is_middle=True)


def _legend(kinds: Mapping[str, Mark], events: Sequence[Event]) -> list[tuple[str, Mark, bool]]:
    seen = {one.kind for one in events}
    named = [kind for kind, mark in kinds.items() if kind in seen and mark != OTHER]
    entries = [(word(kind), kinds[kind], False) for kind in named]
    if len(named) < len(seen):
        entries.append((translated("other kinds"), OTHER, False))
    if any(one.planned for one in events):
        entries.append((translated("hollow: planned"), Mark("#1a1a1a", SHAPES[0], 0), True))
    if any(one.last is None for one in events):
        entries.append(
            (translated("arrow: goes on, end not recorded"), Mark("#1a1a1a", "bar", 0), False)
        )
    return entries


def _description(bands: Sequence[Band]) -> str:
    said = translated("{dated} activities with a year, {undated} without, of {count} partnerships.")
    return said.format(
        dated=sum(len(band.events) for band in bands),
        count=len(bands),
        undated=sum(band.without for band in bands),
    )
