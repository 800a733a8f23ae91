"""The activities along years, with a row for each partnership."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..answers import Facts
    from .context import ActivityDays, PageContext

MOST_ROWS = 60
"""Partnerships beyond which only the counts of years are shown."""
MOST_TICKS = 12
LANE = 11
"""Height of a bar and the space below it, in pixels."""
GAP = 0.25
"""Per cent of the width between two bars."""
SHORTEST = 1.1
"""Least per cent of the width that a bar takes."""


class TimeBar(NamedTuple):
    """An activity as a bar; x and width are per cent of the width of the picture."""

    activity: ActivityDays
    x: float
    width: float
    lane: int
    is_open: bool
    """Whether its end is open."""


class PartnershipRow(NamedTuple):
    """The bars of one partnership."""

    partnership: int
    bars: list[TimeBar]
    height: int
    undated: int
    """Number of activities with neither a date nor a phase."""


class Tick(NamedTuple):
    """A year, and where it starts, in per cent."""

    year: int
    x: float


class YearCount(NamedTuple):
    """How many activities began in a year; ``share`` is of the highest count, the rest per cent."""

    year: int
    began: int
    x: float
    width: float
    share: float


class PhaseBand(NamedTuple):
    """A phase of the project; x and width in per cent."""

    number: int
    x: float
    width: float


class TimelineChart(NamedTuple):
    """The picture: ticks and counts of years, and rows where there are not too many."""

    first: int
    last: int
    ticks: list[Tick]
    phases: list[PhaseBand]
    years: list[YearCount]
    rows: list[PartnershipRow]

    @property
    def tick_width(self) -> float:
        """The width of a year."""
        return round(100 / (self.last - self.first + 1), 2)


def timeline(context: PageContext) -> TimelineChart | None:
    """Return the picture, or None where no activity has a time."""
    timed = [one for one in context.activities if one.first_day]
    years = sorted({year for one in timed for year in _years(one)})
    if not years:
        return None
    first, last = years[0], years[-1]
    scale = _DayScale(first, last)
    rows: list[PartnershipRow] = []
    if len(context.partnerships) <= MOST_ROWS:
        of = range(len(context.partnerships))
        rows = [_row(n, [a for a in context.activities if a.partnership == n], scale) for n in of]
    phases = _phases(context.about["phases"], scale)
    return TimelineChart(first, last, _ticks(scale), phases, _counted(timed, scale), rows)


def _years(one: ActivityDays) -> Iterable[int]:
    """Return the first and last year of an activity, without an open end."""
    days = (day for day in (one.first_day, one.last_day) if day and _is_known(day))
    return (int(day[:4]) for day in days)


def _is_known(day: str) -> bool:
    # An open end is stored as a day of the year 0000 or 9999, so that SQL can compare it.
    return "0000" < day[:4] < "9999"


class _DayScale:
    """Converts days to per cent of the width."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._start = date(first, 1, 1).toordinal()
        self._days = date(last, 12, 31).toordinal() + 1 - self._start

    def __call__(self, day: str, after: int = 0) -> float:
        """Return where a day starts, or with ``after=1`` where it ends."""
        if not _is_known(day):
            return 100.0 if day[:4] == "9999" else 0.0
        return 100 * (date.fromisoformat(day).toordinal() + after - self._start) / self._days


def _ticks(scale: _DayScale) -> list[Tick]:
    steps = (step * ten for ten in (1, 10, 100, 1000) for step in (1, 2, 5))
    years = scale.last - scale.first + 1
    step = next(step for step in steps if years / step <= MOST_TICKS)
    shown = (year for year in range(scale.first, scale.last + 1) if year % step == 0 or step == 1)
    return [Tick(year, round(scale(f"{year:04}-01-01"), 2)) for year in shown]


def _phases(records: Iterable[Facts], scale: _DayScale) -> list[PhaseBand]:
    """Return the phases as far as they are within the years of the activities."""
    found = []
    for record in records:
        first = max(record["first"], scale.first)
        last = min(record["last"] or scale.last, scale.last)
        if first <= last:
            x, end = scale(f"{first:04}-01-01"), scale(f"{last:04}-12-31", 1)
            found.append(PhaseBand(record["number"], round(x, 2), round(end - x - GAP, 2)))
    return found


def _counted(timed: Sequence[ActivityDays], scale: _DayScale) -> list[YearCount]:
    counts: dict[int, int] = {}
    for one in timed:
        if one.is_dated and not one.is_planned and _is_known(str(one.first_day)):
            year = int(str(one.first_day)[:4])
            counts[year] = counts.get(year, 0) + 1
    most = max(counts.values(), default=1)
    found = []
    for year in sorted(counts):
        x, end = scale(f"{year:04}-01-01"), scale(f"{year:04}-12-31", 1)
        share = counts[year] / most
        found.append(YearCount(year, counts[year], round(x, 2), round(end - x, 2), round(share, 3)))
    return found


def _row(partnership: int, own: Sequence[ActivityDays], scale: _DayScale) -> PartnershipRow:
    ends: list[float] = []
    bars = []
    for one in own:
        if not one.first_day or not one.last_day:
            continue
        x = round(scale(one.first_day), 2)
        end = round(max(scale(one.last_day, 1), x + SHORTEST), 2)
        # The first lane that is free at this time, or a new one below.
        lane = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        ends[lane : lane + 1] = [end]
        is_open = one.last_day[:4] == "9999"
        bars.append(TimeBar(one, x, round(end - x - GAP, 2), lane, is_open))
    undated = sum(not one.first_day for one in own)
    return PartnershipRow(partnership, bars, LANE * max(1, len(ends)) + 3, undated)
