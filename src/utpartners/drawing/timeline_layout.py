"""When activities took place, and where a timeline shows them: along time, and in lanes."""

from __future__ import annotations

from datetime import date
from itertools import count
from math import ceil
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import edtf
from ..i18n import translated
from .limits import too_much
from .looks import SMALL
from .text import balanced, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OPTIONS = ("--partner", "--dept", "--since", "--until")
"""The options that narrow a timeline down."""
MOST_YEARS = 80
LANE = SMALL * 1.3
"""From one activity to the next, down."""
LONGEST = 190.0
"""The width of a title that takes several lines."""
SHORTEST = 60.0
"""The room beside a mark that such a title needs."""
MOST_LINES = 100
"""Lines of a title, of which no picture is as high."""
MARK = 7.0
"""What a mark takes along time, however short the activity was."""


class Event(NamedTuple):
    """An activity on the axis of time; ``first`` and ``last`` are years such as 2019.25."""

    title: str
    kind: str
    planned: bool
    first: float | None
    """None where a beginning is not known."""
    last: float | None
    """None where an end is not known."""


def event(record: Mapping[str, Any]) -> Event | None:
    """Return the years of an activity; None where it has none of its own, but a phase at most."""
    if not record["when"]:
        return None
    first, last = edtf.bounds(record["when"], record["calendar"])
    start = _year(first) if first != edtf.EARLIEST else None
    end = _year(last, after=True) if last != edtf.LATEST else None
    return Event(str(record["title"]), record["kind"], bool(record["planned"]), start, end)


def _year(day: str, after: bool = False) -> float:
    """Return a day as a year with a fraction; ``after`` gives the end of the day."""
    year = int(day[:4])
    try:
        # datetime has no year 0; the year 4 has as many days.
        of_year = date.fromisoformat(f"{year or 4:04}{day[4:]}").timetuple().tm_yday
    except ValueError:
        return float(year)
    return year + (of_year - (0 if after else 1)) / 365.25


class Scale(NamedTuple):
    """Positions of times across the picture."""

    left: float
    year: float
    """What one year takes."""
    first: int
    last: int

    def x(self, time: float) -> float:
        """Return the position of a time."""
        return self.left + (min(max(time, self.first), self.last) - self.first) * self.year

    @property
    def right(self) -> float:
        """The end of the axis."""
        return self.x(self.last)


def scale(events: Sequence[Event], left: float, wide: float) -> Scale:
    """Return the scale that shows all events from ``left`` on.

    Raises UtpartnersError for more years than there is room for.
    """
    times = [time for one in events for time in (one.first, one.last) if time is not None]
    first = int(min(times, default=2000))
    last = ceil(max([*times, first + 1.0]))
    if last - first > MOST_YEARS:
        raise too_much(translated("{count} years", count=MOST_YEARS), OPTIONS)
    return Scale(left, (wide - left) / (last - first), first, last)


Side = Literal["after", "before", "on", "below"]


class Title(NamedTuple):
    """The lines of a title: after or before the line or mark of an event, on the line, or below."""

    side: Side
    lines: list[str]
    x: float
    """Where the lines start or, before a mark, end."""

    @property
    def width(self) -> float:
        """What the longest line takes."""
        return max(width(line, SMALL) for line in self.lines)

    @property
    def height(self) -> int:
        """The lanes that the event takes with its title."""
        return len(self.lines) + (self.side == "below")


class Placed(NamedTuple):
    """An event with its line or mark, and its title; ``lane`` is the first that it takes."""

    event: Event
    lane: int
    start: float
    end: float
    title: Title

    @property
    def stretch(self) -> tuple[float, float]:
        """Where the event begins and ends with its title."""
        return _stretch(self.start, self.end, self.title)


def _stretch(start: float, end: float, title: Title) -> tuple[float, float]:
    wide = title.width
    left = title.x - wide if title.side == "before" else title.x
    return min(start, left), max(end, left + wide)


def placed(events: Iterable[Event], scale: Scale) -> list[Placed]:
    """Return the events of one row in lanes, so that nothing covers anything."""
    found: list[Placed] = []
    lanes: list[list[tuple[float, float]]] = []
    for one in events:
        start, end = stretch(one, scale)
        title = _title(one.title, start, end, scale)
        taken = _stretch(start, end, title)
        lane = next(n for n in count() if _are_free(taken, lanes[n : n + title.height]))
        lanes += [[] for _ in range(lane + title.height - len(lanes))]
        for own in lanes[lane : lane + title.height]:
            own.append(taken)
        found.append(Placed(one, lane, start, end, title))
    return found


def _title(text: str, start: float, end: float, scale: Scale) -> Title:
    """Return the whole title where it takes the fewest lanes."""
    middle, wide = (start + end) / 2, scale.right - scale.left
    rooms: dict[Side, float] = {
        "after": scale.right - end - 6,
        "before": start - scale.left - 6,
        "on": end - start - 2 * MARK - 6,
        "below": wide,
    }
    known = []
    for side, room in rooms.items():
        title = Title(side, balanced(text, wide, SMALL, MOST_LINES), 0)
        if len(title.lines) > 1 or title.width > room:
            own = max(min(room, LONGEST), SHORTEST)
            title = Title(side, balanced(text, own, SMALL, MOST_LINES), 0)
        if side == "below" or title.width <= room:
            known.append(title)
    best = min(known, key=lambda title: title.height)
    places = {
        "after": end + 3,
        "before": start - 3,
        "on": start + MARK + 2,
        "below": min(max(middle - best.width / 2, scale.left), scale.right - best.width),
    }
    return best._replace(x=places[best.side])


def _are_free(wanted: tuple[float, float], lanes: Iterable[Iterable[tuple[float, float]]]) -> bool:
    return all(
        wanted[1] + 2 <= start or end + 2 <= wanted[0] for taken in lanes for start, end in taken
    )


def stretch(one: Event, scale: Scale) -> tuple[float, float]:
    """Return where the line or mark of an event starts and ends."""
    start = scale.x(one.first if one.first is not None else scale.first)
    end = scale.x(one.last) if one.last is not None else scale.right
    if None in (one.first, one.last) or end - start > max(scale.year * 1.1, MARK):
        return start, end
    # Too short for a line: a mark in the middle.
    middle = min(max((start + end) / 2, scale.left + MARK / 2), scale.right - MARK / 2)
    return middle - MARK / 2, middle + MARK / 2
