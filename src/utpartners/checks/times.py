"""Times can be, end after they start, and fit what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import edtf
from ..diagnostics import Path, Problem, brief_repr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Activity, Catalogue

Time = tuple[Path, str, str | None, str | None]
"""Where it stands, whose it is, the EDTF text, and the calendar."""


def impossible_times(catalogue: Catalogue) -> Iterator[Problem]:
    """Every time is written in EDTF and can be; no phase ends before it starts."""
    for index, phase in enumerate(catalogue.phases):
        if phase.last is not None and phase.last < phase.first:
            what = f"{phase.last} is before {phase.first}"
            yield Problem(("phase", index, "last"), f"phase {phase.number}", what, "time")
    for path, who, when, calendar in _times(catalogue):
        if when is not None:
            try:
                edtf.bounds(when, calendar)
            except ValueError as error:
                yield Problem(path, who, str(error), "time")


def reversed_agreements(catalogue: Catalogue) -> Iterator[Problem]:
    """No agreement ends before it was signed."""
    for p, partnership in enumerate(catalogue.partnerships):
        for g, agreement in enumerate(partnership.agreements):
            signed, ends = _days(agreement.signed), _days(agreement.ends)
            if signed and ends and ends[1] < signed[0]:
                path = ("partnership", p, "agreement", g, "ends")
                who = f"partnership {brief_repr(partnership.id)}, agreement {brief_repr(agreement.kind)}"
                what = f"it ends in {agreement.ends}, before it was signed in {agreement.signed}"
                yield Problem(path, who, what, "reversed-agreement")


def calendars_without_year(catalogue: Catalogue) -> Iterator[Problem]:
    """The academic calendar is for whole years; a month or a day is the same in every calendar."""
    for path, who, activity in _activities(catalogue):
        if activity.calendar is not None and not _is_of_years(activity.when):
            when = brief_repr(activity.when) if activity.when is not None else "no time"
            what = f"the calendar is {activity.calendar!r}, but {when} is no year"
            yield Problem((*path, "calendar"), who, what, "calendar-without-year")


def outside_phase(catalogue: Catalogue) -> Iterator[Problem]:
    """An activity that has a time and a phase took place, at least partly, in the phase's years."""
    phases = {phase.number: phase for phase in catalogue.phases}
    for path, who, activity in _activities(catalogue):
        days = _days(activity.when, activity.calendar)
        phase = phases.get(activity.phase) if activity.phase is not None else None
        if days is None or phase is None:
            continue
        last = phase.last if phase.last is not None else 9999
        if days[1] < f"{phase.first:04}" or days[0][:4] > f"{last:04}":
            years = f"{phase.first}-{'' if phase.last is None else phase.last}"
            what = f"{brief_repr(activity.when)} is outside phase {phase.number} ({years})"
            yield Problem((*path, "when"), who, what, "outside-phase")


def _times(catalogue: Catalogue) -> Iterator[Time]:
    for i, initiative in enumerate(catalogue.initiatives):
        who = f"initiative {brief_repr(initiative.id)}"
        yield ("initiative", i, "when"), who, initiative.when, None
    for p, partnership in enumerate(catalogue.partnerships):
        at: Path = ("partnership", p)
        who = f"partnership {brief_repr(partnership.id)}"
        yield (*at, "since"), who, partnership.since, None
        for g, agreement in enumerate(partnership.agreements):
            yield (*at, "agreement", g, "signed"), who, agreement.signed, None
            yield (*at, "agreement", g, "ends"), who, agreement.ends, None
    for path, who, activity in _activities(catalogue):
        yield (*path, "when"), who, activity.when, activity.calendar


def _activities(catalogue: Catalogue) -> Iterator[tuple[Path, str, Activity]]:
    for p, partnership in enumerate(catalogue.partnerships):
        for a, activity in enumerate(partnership.activities):
            who = f"partnership {brief_repr(partnership.id)}, activity {brief_repr(activity.title)}"
            yield ("partnership", p, "activity", a), who, activity


def _days(when: str | None, calendar: str | None = None) -> tuple[str, str] | None:
    """First and last day of a time that can be."""
    try:
        return None if when is None else edtf.bounds(when, calendar)
    except ValueError:
        return None


def _is_of_years(when: str | None) -> bool:
    return when is not None and all(len(end) == 4 or end == ".." for end in when.split("/"))
