"""Activities along time: a band for each partnership, with the titles of what took place.

What has no year of its own is counted beside the axis, and not drawn on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..i18n import translated
from ..vocabulary import word
from .canvas import TOP, Canvas
from .limits import at_most, too_much
from .looks import SMALL, TEXT
from .marks import OTHER, SHAPES, Mark, marks
from .text import balanced, width
from .timeline_layout import LANE, MARK, MOST_LINES, OPTIONS, Event, Placed, Scale, event, placed
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
NARROW = 300.0
"""The width of a picture below which the names stand above what took place, not beside it."""
EDGE = 3.0
"""Space above and below the activities of a band."""
SHORT = 4.0
"""The length up to which a part of a line is left out between a mark and a title."""
NAME_LINE = TEXT * 1.2
"""From one line of a name to the next."""


class Band(NamedTuple):
    """A partnership: the lines of its name, and its activities with and without a year."""

    name: list[str]
    events: list[Placed]
    without: int
    is_above: bool
    """Whether the name stands above the activities."""

    @property
    def head(self) -> float:
        """What the name takes above the activities."""
        return len(self.name) * NAME_LINE + 1 if self.is_above else 0

    @property
    def height(self) -> float:
        """The height of the band."""
        lanes = max((one.lane + one.title.height for one in self.events), default=0)
        text = len(self.name) * NAME_LINE + (SMALL * 1.2 if self.without else 0)
        least = 0 if self.is_above else max(text, LANE)
        return self.head + max(LANE * lanes, least) + 2 * EDGE


def draw(table: Table, size: Size) -> Canvas:
    """Draw the timeline of a table. Raises UtpartnersError where the picture has no room for it."""
    shape = cast("Timeline", table.shape)
    limit = translated("{count} activities", count=MOST_ACTIVITIES)
    records = at_most(MOST_ACTIVITIES, limit, table.records(), OPTIONS)
    events = [one for record in records if (one := event(record))]
    is_narrow = size.width < NARROW
    scale = scale_of(events, 0 if is_narrow else size.width * NAME + 8, size.width)
    bands = _bands(shape, records, scale, is_narrow)
    kinds = marks(tuple(shape.kinds))
    canvas = Canvas(size.width, table.title, _description(bands))
    bottom = HEAD + sum(band.height for band in bands)
    if events:
        _axis(canvas, scale, shape, bottom)
    y = HEAD
    for n, band in enumerate(bands):
        if n % 2 == 0:
            canvas.rectangle(0, y, size.width, band.height, "shade")
        # What stands on the lines of the years has a halo.
        _band(canvas, band, y, kinds, "small" if n % 2 == 0 else "halo-small")
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
    shape: Timeline, records: Sequence[dict[str, Any]], scale: Scale, is_narrow: bool
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
            said = width(_without(without), SMALL) + 8 if without else 0
            room = scale.right - said if is_narrow else scale.left - 12
            lines = balanced(name, room, TEXT, MOST_LINES)
            found.append(Band(lines, placed(dated, scale), without, is_narrow))
    return found


def _without(count: int) -> str:
    return translated("{count} without a year").format(count=count)


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


def _band(canvas: Canvas, band: Band, top: float, kinds: Mapping[str, Mark], look: str) -> None:
    y = top + EDGE + TEXT
    of_name = "label" if look == "small" else "halo"
    for n, line in enumerate(band.name):
        canvas.text(0, y + n * NAME_LINE, line, of_name)
    if band.without and band.is_above:
        canvas.text(canvas.width, y, _without(band.without), "faint", anchor="end")
    elif band.without:
        canvas.text(0, y + len(band.name) * NAME_LINE, _without(band.without), "faint")
    first = top + band.head + EDGE + LANE / 2
    for one in band.events:
        _event(canvas, one, first + LANE * one.lane, kinds[one.event.kind], look)


def _event(canvas: Canvas, one: Placed, y: float, mark: Mark, look: str) -> None:
    event, title = one.event, one.title
    is_mark = one.end - one.start <= MARK + 0.1 and None not in (event.first, event.last)
    if not is_mark:
        _line(canvas, one, y, mark)
    x = one.end - MARK / 2 if event.first is None else one.start + MARK / 2
    canvas.mark((x, y), mark, hollow=event.planned, title=event.title)
    anchor = "end" if title.side == "before" else "start"
    first = y + (LANE if title.side == "below" else 0)
    for n, line in enumerate(title.lines):
        canvas.text(title.x, first + n * LANE, line, look, anchor=anchor, is_middle=True)


def _line(canvas: Canvas, one: Placed, y: float, mark: Mark) -> None:
    """Draw how long an event took; the line leaves out the title that stands on it."""
    event, title = one.event, one.title
    look, colour = f"time t{mark.tone}", {"stroke": mark.colour, "stroke_width": "1.2"}
    start = one.start + (0 if event.first is None else MARK / 2)
    parts = [(start, one.end - 1)]
    if title.side == "on":
        parts = [(start, title.x - 2), (title.x + width(title.lines[0], SMALL) + 2, one.end - 1)]
    for left, right in parts:
        if right - left > SHORT:
            canvas.line([(left, y), (right, y)], look, **colour)
    for side, is_open in ((one.start, event.first is None), (one.end, event.last is None)):
        if is_open:  # an arrow to where it goes on
            back = 3 if side == one.start else -3
            arrow = [(side + back, y - 2), (side, y), (side + back, y + 2)]
            canvas.line(arrow, look, **colour)


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
            (translated("arrow: goes on, end not recorded"), Mark("#1a1a1a", "arrow", 0), False)
        )
    return entries


def _description(bands: Sequence[Band]) -> str:
    said = translated("{dated} activities with a year, {undated} without, of {count} partnerships.")
    return said.format(
        dated=sum(len(band.events) for band in bands),
        count=len(bands),
        undated=sum(band.without for band in bands),
    )
