"""When activities took place, as stretches of years, and the lanes that keep them apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ... import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Span(NamedTuple):
    """An activity on the axis of time; ``first`` and ``last`` are years such as 2019.25."""

    partnership: str
    kind: str
    planned: bool
    first: float | None
    """None for an activity without any date, and where a beginning is not known."""
    last: float | None
    is_open: bool
    """Whether its end is not known."""
    by_phase: bool
    """Whether only the phase is known."""

    @property
    def is_dated(self) -> bool:
        """Whether it has a place in time."""
        return self.first is not None


def span(
    record: Mapping[str, Any], phases: Mapping[tuple[str, int], tuple[int, int | None]]
) -> Span:
    """The span of an activity, by its time, else by its phase."""
    home = record.get("home", "")
    id = f"{home}/{record['partnership']}" if home else record["partnership"]
    who = id, record["kind"], bool(record["planned"])
    if record["when"]:
        first, last = edtf.bounds(record["when"], record["calendar"])
        start = _year(first) if first != edtf.EARLIEST else None
        end = _year(last, after=True) if last != edtf.LATEST else None
        if start is None:
            start = end and end - 1
        return Span(*who, start, end, last == edtf.LATEST, by_phase=False)
    if (home, record["phase"]) in phases:
        begin, ending = phases[home, record["phase"]]
        end = ending + 1.0 if ending is not None else None
        return Span(*who, float(begin), end, ending is None, by_phase=True)
    return Span(*who, None, None, is_open=False, by_phase=False)


def _year(day: str, after: bool = False) -> float:
    """A day as a year with a fraction; ``after`` gives the end of the day."""
    year = int(day[:4])
    try:
        # datetime has no year 0; the year 4 has as many days.
        of_year = date.fromisoformat(f"{year or 4:04}{day[4:]}").timetuple().tm_yday
    except ValueError:
        return float(year)
    return year + (of_year - (0 if after else 1)) / 365.25


def lanes(stretches: Iterable[tuple[float, float]]) -> list[int]:
    """A lane for each stretch, in order, so that those of one lane do not touch."""
    ends: list[float] = []
    found = []
    for start, end in stretches:
        lane = next((n for n, taken in enumerate(ends) if taken <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found.append(lane)
    return found
