"""When activities took place, and where a timeline shows them: along time, and in lanes."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import edtf
from ..i18n import translated
from .canvas import too_much, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OPTIONS = ("--partner", "--dept", "--since", "--until")
"""The options that narrow a timeline down."""
MOST_YEARS = 60
LANE = 9.0
"""Points from one mark to the next, up and down."""
UNDATED = 6
"""Activities without a date that are drawn next to each other."""
SHORTEST = 7.0
"""Points that a mark takes along time, however short the activity was."""


class ActivityYears(NamedTuple):
    """An activity on the axis of time; ``first`` and ``last`` are years such as 2019.25."""

    partnership: str
    kind: str
    planned: bool
    first: float | None
    """None for an activity without any date, and where a beginning is not known."""
    last: float | None
    """None for an activity without any date, and where an end is not known."""
    is_open: bool
    """Whether its end is open."""
    by_phase: bool
    """Whether only its phase is known, and not its own time."""

    @property
    def is_dated(self) -> bool:
        """Whether anything is known of its time."""
        return self.first is not None or self.last is not None

    @property
    def is_open_before(self) -> bool:
        """Whether only its end is known."""
        return self.first is None and self.last is not None


def activity_years(
    record: Mapping[str, Any], phases: Mapping[tuple[str, int], tuple[int, int | None]]
) -> ActivityYears:
    """Return the years of an activity, by its own time, else by its phase."""
    home = record.get("home", "")
    id = f"{home}/{record['partnership']}" if home else record["partnership"]
    who = id, record["kind"], bool(record["planned"])
    if record["when"]:
        first, last = edtf.bounds(record["when"], record["calendar"])
        start = _year(first) if first != edtf.EARLIEST else None
        end = _year(last, after=True) if last != edtf.LATEST else None
        return ActivityYears(*who, start, end, last == edtf.LATEST, by_phase=False)
    if (home, record["phase"]) in phases:
        begin, ending = phases[home, record["phase"]]
        end = ending + 1.0 if ending is not None else None
        return ActivityYears(*who, float(begin), end, ending is None, by_phase=True)
    return ActivityYears(*who, None, None, is_open=False, by_phase=False)


def _year(day: str, after: bool = False) -> float:
    """Return a day as a year with a fraction; ``after`` gives the end of the day."""
    year = int(day[:4])
    try:
        # datetime has no year 0; the year 4 has as many days.
        of_year = date.fromisoformat(f"{year or 4:04}{day[4:]}").timetuple().tm_yday
    except ValueError:
        return float(year)
    return year + (of_year - (0 if after else 1)) / 365.25


Stack = list[tuple[int, ActivityYears]]
"""Activities with the lane of each; those without a date have lanes of their own."""


class Scale(NamedTuple):
    """Positions of times across the page, in points."""

    left: float
    year: float
    """Points that one year takes."""
    first: int
    last: int
    undated: float
    """Points for what has no date, on the right."""
    wide: float

    def x(self, time: float) -> float:
        """Return the position of a time."""
        return self.left + (min(max(time, self.first), self.last) - self.first) * self.year

    @property
    def right(self) -> float:
        """The end of the time axis."""
        return self.x(self.last)

    @property
    def columns(self) -> int:
        """Columns of the legend."""
        return int(self.wide // 120)


def scale(spans: Sequence[ActivityYears], names: Sequence[str], wide: float) -> Scale:
    """Return the scale that shows all activities beside the names of the rows."""
    times = [time for one in spans for time in (one.first, one.last) if time is not None]
    first = int(min(times, default=2000))
    if any(one.is_open_before and one.last and one.last < first + 1 for one in spans):
        first -= 1  # room for the line that leads to its end
    last = ceil(max([*times, first + 1.0]))
    if last - first > MOST_YEARS:
        raise too_much(translated("{count} years", count=MOST_YEARS), OPTIONS)
    left = max(map(width, names), default=0) + 10
    undated = UNDATED * LANE + 12 if any(not one.is_dated for one in spans) else 0
    year = (wide - left - undated - 8) / (last - first)
    return Scale(left, year, first, last, undated, wide)


def stacked(spans: Sequence[ActivityYears], scale: Scale) -> Stack:
    """Return the activities of one row in lanes, so that none covers another."""
    dated = [one for one in spans if one.is_dated]
    found = lanes(stretch(one, scale) for one in dated)
    undated = [one for one in spans if not one.is_dated]
    return [
        *zip(found, dated, strict=True),
        *((place // UNDATED, one) for place, one in enumerate(undated)),
    ]


def lanes(stretches: Iterable[tuple[float, float]]) -> list[int]:
    """Return a lane for each stretch, in order, so that those of one lane do not overlap."""
    ends: list[float] = []
    found = []
    for start, end in stretches:
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(lane)
    return found


def stretch(one: ActivityYears, scale: Scale) -> tuple[float, float]:
    """Return where the drawing of an activity starts and ends, in points."""
    start = scale.x(one.first or scale.first)
    end = scale.x(one.last) if one.last is not None else scale.right
    if one.is_open or one.is_open_before or one.by_phase or end - start > scale.year * 1.1:
        return start, end + 1
    # Too short for a line: a mark in the middle, of which the lane needs the whole width.
    middle = (start + end) / 2
    return middle - SHORTEST / 2, middle + SHORTEST / 2 + 1


def height(stack: Stack) -> float:
    """Return the height of a row."""
    return LANE * (max(lane for lane, _ in stack) + 1) + 5
