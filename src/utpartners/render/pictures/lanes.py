"""Where the activities of a timeline stand: along time, and above each other."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from .sheet import too_much, width
from .spans import Span, lanes

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTIONS = "--partner, --dept, --since or --until"
"""What takes a part of a timeline."""
MOST_YEARS = 60
LANE = 9.0
"""Points from one mark to the next, up and down."""
UNDATED = 6
"""Activities without a date that stand next to each other."""
SHORTEST = 7.0
"""Points that a mark takes along time, however short the activity was."""

Stack = list[tuple[int, Span]]
"""Activities with the lane of each; those without a date have lanes of their own."""


class Scale(NamedTuple):
    """Where a time is across the page, in points."""

    left: float
    year: float
    """Points."""
    first: int
    last: int
    undated: float
    """Points for what has no date, on the right."""
    wide: float

    def x(self, time: float) -> float:
        """The place of a time."""
        return self.left + (min(max(time, self.first), self.last) - self.first) * self.year

    @property
    def right(self) -> float:
        """The end of time."""
        return self.x(self.last)

    @property
    def columns(self) -> int:
        """Of the legend."""
        return int(self.wide // 120)


def scale(spans: Sequence[Span], names: Sequence[str], wide: float) -> Scale:
    """The scale that shows the activities beside the names of the rows."""
    times = [time for one in spans for time in (one.first, one.last) if time is not None]
    first = int(min(times, default=2000))
    last = ceil(max([*times, first + 1.0]))
    if last - first > MOST_YEARS:
        raise too_much(f"{MOST_YEARS} years", OPTIONS)
    left = max(map(width, names), default=0) + 10
    undated = UNDATED * LANE + 12 if any(not one.is_dated for one in spans) else 0
    year = (wide - left - undated - 8) / (last - first)
    return Scale(left, year, first, last, undated, wide)


def stacked(spans: Sequence[Span], scale: Scale) -> Stack:
    """The activities of one row, so that none lies on another."""
    dated = [one for one in spans if one.is_dated]
    found = lanes(stretch(one, scale) for one in dated)
    undated = [one for one in spans if not one.is_dated]
    return [
        *zip(found, dated, strict=True),
        *((place // UNDATED, one) for place, one in enumerate(undated)),
    ]


def stretch(one: Span, scale: Scale) -> tuple[float, float]:
    """From where to where an activity is drawn."""
    start = scale.x(one.first or scale.first)
    end = scale.x(one.last) if one.last is not None else scale.right
    if one.is_open or one.by_phase or end - start > scale.year * 1.1:
        return start, end + 1
    middle = (start + end) / 2
    return middle - SHORTEST / 2, middle + SHORTEST / 2 + 1


def height(stack: Stack) -> float:
    """The height of a row."""
    return LANE * (max(lane for lane, _ in stack) + 1) + 5
