"""Times are days of the calendar, and intervals end after they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import edtf
from .problem import Path, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue

Time = tuple[Path, str, str | None, str | None]
"""Where it stands, whose it is, the EDTF text, and the calendar."""


def impossible_times(catalogue: Catalogue) -> Iterator[Problem]:
    """Every time is written in EDTF and can be; no phase ends before it starts."""
    for index, phase in enumerate(catalogue.phases):
        if phase.last is not None and phase.last < phase.first:
            message = f"phase {phase.number}: {phase.last} is before {phase.first}"
            yield Problem(("phase", index, "last"), message, "time")
    for path, who, when, calendar in _times(catalogue):
        if when is not None:
            try:
                edtf.bounds(when, calendar)
            except ValueError as error:
                yield Problem(path, f"{who}: {error}", "time")


def _times(catalogue: Catalogue) -> Iterator[Time]:
    for i, initiative in enumerate(catalogue.initiatives):
        yield ("initiative", i, "when"), f"initiative {initiative.id!r}", initiative.when, None
    for p, partnership in enumerate(catalogue.partnerships):
        at: Path = ("partnership", p)
        who = f"partnership {partnership.id!r}"
        yield (*at, "since"), who, partnership.since, None
        for g, agreement in enumerate(partnership.agreements):
            yield (*at, "agreement", g, "signed"), who, agreement.signed, None
            yield (*at, "agreement", g, "ends"), who, agreement.ends, None
        for a, activity in enumerate(partnership.activities):
            what = f"{who}, activity {activity.title!r}"
            yield (*at, "activity", a, "when"), what, activity.when, activity.calendar
