"""What happened, by year: the groups of activities, and how many began in each year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..time_words import first_year, heading_of_time
from .wording import order_of_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .context import Event, PageContext

MOST_YEARS = 80
"""Years of the bar at the most; further back is only in the text."""


class YearCount(NamedTuple):
    """How many activities began in a year; ``share`` is that of the most."""

    year: int
    began: int
    share: float


class Group(NamedTuple):
    """Activities under one heading."""

    heading: str
    events: list[Event]


def groups(context: PageContext) -> list[Group]:
    """Return the activities by the year in which they began, the latest first.

    After the years come the phases, what is not dated, and what is planned.
    """
    phases = {phase["number"]: (phase["first"], phase["last"]) for phase in context.about["phases"]}
    found: dict[str, list[Event]] = {}
    for event in sorted(context.events, key=lambda event: order_of_time(event.activity)):
        heading = heading_of_time(event.activity, phases.get(event.activity["phase"]))
        found.setdefault(heading, []).append(event)
    return [Group(*one) for one in found.items()]


def years(context: PageContext) -> list[YearCount]:
    """Return how many of the activities, the planned ones left out, began in each year."""
    counted = _counts(event for event in context.events if not event.activity["planned"])
    if not counted:
        return []
    first = max(min(counted), max(counted) - MOST_YEARS + 1)
    most = max(counted.values())
    return [
        YearCount(year, counted.get(year, 0), counted.get(year, 0) / most)
        for year in range(first, max(counted) + 1)
    ]


def _counts(events: Iterable[Event]) -> dict[int, int]:
    found: dict[int, int] = {}
    for event in events:
        year = first_year(event.activity["when"])
        if year and "0000" < year < "9999":  # EDTF has these, but nothing happened then
            found[int(year)] = found.get(int(year), 0) + 1
    return found
