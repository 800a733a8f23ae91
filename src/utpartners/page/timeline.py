"""The activities along a line of years, a row for each partnership."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .asked import Asked, Record, Span

MOST_ROWS = 60
"""Partnerships beyond which the years are only counted."""
MOST_TICKS = 12
LANE = 11
"""Height of a mark with the room below it, in pixels."""
GAP = 0.25
"""Per cent of the width between a mark and the next."""
SHORTEST = 1.1
"""Per cent of the width that a mark takes at least."""


class Mark(NamedTuple):
    """An activity: from where to where, in per cent of the width."""

    span: Span
    x: float
    width: float
    lane: int
    is_open: bool
    """Whether its end is not known."""


class Row(NamedTuple):
    """The marks of one partnership."""

    partnership: int
    marks: list[Mark]
    height: int
    undated: int
    """Activities that neither a date nor a phase places in time."""


class Tick(NamedTuple):
    """A year and where it starts, in per cent."""

    year: int
    x: float


class Year(NamedTuple):
    """How many activities began in a year; x and width in per cent, share of the most."""

    year: int
    began: int
    x: float
    width: float
    share: float


class Phase(NamedTuple):
    """A phase of the project, x and width in per cent."""

    number: int
    x: float
    width: float


class Timeline(NamedTuple):
    """The picture: ticks and counts of years, and the rows where there are not too many."""

    first: int
    last: int
    ticks: list[Tick]
    phases: list[Phase]
    years: list[Year]
    rows: list[Row]

    @property
    def tick_width(self) -> float:
        """The width of a year."""
        return round(100 / (self.last - self.first + 1), 2)


def timeline(asked: Asked) -> Timeline | None:
    """The picture, or None where nothing is placed in time."""
    timed = [span for span in asked.spans if span.first_day]
    years = sorted({year for span in timed for year in _years(span)})
    if not years:
        return None
    first, last = years[0], years[-1]
    scale = _Scale(first, last)
    rows: list[Row] = []
    if len(asked.partnerships) <= MOST_ROWS:
        of = range(len(asked.partnerships))
        rows = [_row(n, [s for s in asked.spans if s.partnership == n], scale) for n in of]
    phases = _phases(asked.about["phases"], scale)
    return Timeline(first, last, _ticks(scale), phases, _counted(timed, scale), rows)


def _years(span: Span) -> Iterable[int]:
    """The first and last year of an activity, without an end that is open."""
    days = (day for day in (span.first_day, span.last_day) if day and _is_known(day))
    return (int(day[:4]) for day in days)


def _is_known(day: str) -> bool:
    return "0000" < day[:4] < "9999"


class _Scale:
    """Turns days into per cent of the width."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._start = date(first, 1, 1).toordinal()
        self._days = date(last, 12, 31).toordinal() + 1 - self._start

    def __call__(self, day: str, after: int = 0) -> float:
        """Where a day starts, or ends (1)."""
        if not _is_known(day):
            return 100.0 if day[:4] == "9999" else 0.0
        return 100 * (date.fromisoformat(day).toordinal() + after - self._start) / self._days


def _ticks(scale: _Scale) -> list[Tick]:
    steps = (step * ten for ten in (1, 10, 100, 1000) for step in (1, 2, 5))
    years = scale.last - scale.first + 1
    step = next(step for step in steps if years / step <= MOST_TICKS)
    shown = (year for year in range(scale.first, scale.last + 1) if year % step == 0 or step == 1)
    return [Tick(year, round(scale(f"{year:04}-01-01"), 2)) for year in shown]


def _phases(records: Iterable[Record], scale: _Scale) -> list[Phase]:
    """The phases as far as they are within the years of the activities."""
    found = []
    for record in records:
        first = max(record["first"], scale.first)
        last = min(record["last"] or scale.last, scale.last)
        if first <= last:
            x, end = scale(f"{first:04}-01-01"), scale(f"{last:04}-12-31", 1)
            found.append(Phase(record["number"], round(x, 2), round(end - x - GAP, 2)))
    return found


def _counted(timed: Sequence[Span], scale: _Scale) -> list[Year]:
    counts: dict[int, int] = {}
    for span in timed:
        if span.is_dated and not span.is_planned and _is_known(str(span.first_day)):
            year = int(str(span.first_day)[:4])
            counts[year] = counts.get(year, 0) + 1
    most = max(counts.values(), default=1)
    found = []
    for year in sorted(counts):
        x, end = scale(f"{year:04}-01-01"), scale(f"{year:04}-12-31", 1)
        share = counts[year] / most
        found.append(Year(year, counts[year], round(x, 2), round(end - x, 2), round(share, 3)))
    return found


def _row(partnership: int, spans: Sequence[Span], scale: _Scale) -> Row:
    ends: list[float] = []
    marks = []
    for span in spans:
        if not span.first_day or not span.last_day:
            continue
        x = round(scale(span.first_day), 2)
        end = round(max(scale(span.last_day, 1), x + SHORTEST), 2)
        lane = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        ends[lane : lane + 1] = [end]
        is_open = span.last_day[:4] == "9999"
        marks.append(Mark(span, x, round(end - x - GAP, 2), lane, is_open))
    undated = sum(not span.first_day for span in spans)
    return Row(partnership, marks, LANE * max(1, len(ends)) + 3, undated)
