"""When activities took place, and where a timeline shows them: along time, and in lanes."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import edtf
from ..i18n import translated
from .canvas import SMALL
from .limits import too_much
from .text import fitting, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OPTIONS = ("--partner", "--dept", "--since", "--until")
"""The options that narrow a timeline down."""
MOST_YEARS = 80
LANE = SMALL * 1.4
"""From one activity to the next, down."""
LONGEST = 165.0
"""To which a title is cut."""
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


Side = Literal["after", "before", "on"]


class Placed(NamedTuple):
    """An event in its lane: its line or mark, and its title beside that, or on a long line."""

    event: Event
    lane: int
    start: float
    end: float
    title: str
    side: Side

    @property
    def title_x(self) -> float:
        """Where the title starts or, before its line, ends."""
        return {
            "after": self.end + 3, "before": self.start - 3, "on": self.start + MARK + 2,
        }[self.side]  # fmt: skip


def placed(events: Iterable[Event], scale: Scale) -> list[Placed]:
    """Return the events of one row in lanes, so that nothing covers anything."""
    found: list[Placed] = []
    lanes: list[list[tuple[float, float]]] = []
    for one in events:
        start, end = stretch(one, scale)
        title, side = _title(one.title, start, end, scale)
        needed = width(title, SMALL) + 4
        taken = {"after": (start, end + needed), "before": (start - needed, end)}.get(
            side, (start, end)
        )
        lane = next((n for n, own in enumerate(lanes) if _is_free(taken, own)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(taken)
        found.append(Placed(one, lane, start, end, title, side))
    return found


def _title(text: str, start: float, end: float, scale: Scale) -> tuple[str, Side]:
    """Return a title, cut where it must be, and the side of its line that has the room."""
    longest = fitting(text, LONGEST, SMALL)
    needed = width(longest, SMALL) + 6
    rooms: dict[Side, float] = {
        "after": scale.right - end, "before": start - scale.left, "on": end - start - 2 * MARK,
    }  # fmt: skip
    for side, room in rooms.items():
        if room >= needed:
            return longest, side
    side = max(rooms, key=lambda side: rooms[side])
    return fitting(text, max(rooms[side] - 6, 0), SMALL), side


def _is_free(wanted: tuple[float, float], taken: Iterable[tuple[float, float]]) -> bool:
    return all(wanted[1] + 2 <= start or end + 2 <= wanted[0] for start, end in taken)


def stretch(one: Event, scale: Scale) -> tuple[float, float]:
    """Return where the line or mark of an event starts and ends."""
    start = scale.x(one.first if one.first is not None else scale.first)
    end = scale.x(one.last) if one.last is not None else scale.right
    if None in (one.first, one.last) or end - start > max(scale.year * 1.1, MARK):
        return start, end
    # Too short for a line: a mark in the middle.
    middle = min(max((start + end) / 2, scale.left + MARK / 2), scale.right - MARK / 2)
    return middle - MARK / 2, middle + MARK / 2
