"""Times exist, end after they start, and fit what they belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .. import edtf, model
from ..diagnostics import Problem, brief_repr
from .walk import values, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Field


def impossible_times(catalogue: model.Catalogue) -> Iterator[Problem]:
    """Every time is written in EDTF and exists; no phase ends before it starts."""
    for visit in walk(catalogue, model.Phase):
        phase = visit.record
        if phase.last is not None and phase.last < phase.first:
            what = f"{phase.last} is before {phase.first}"
            yield Problem(visit.path_to("last"), visit.name, what, "time")
    for visit, field, index, when in values(catalogue, _is_time):
        if fault := time_fault(when, getattr(visit.record, "calendar", None)):
            yield Problem(visit.path_to(field.key, index), visit.name, fault, "time")


def reversed_agreements(catalogue: model.Catalogue) -> Iterator[Problem]:
    """No agreement ends before it was signed."""
    for visit in walk(catalogue, model.Agreement):
        agreement = visit.record
        # Each may be a whole year: an agreement is wrong only where no day of them fits.
        signed, ends = _days(agreement.signed), _days(agreement.ends)
        if signed and ends and ends[1] < signed[0]:
            what = f"it ends in {agreement.ends}, before it was signed in {agreement.signed}"
            yield Problem(visit.path_to("ends"), visit.name, what, "reversed-agreement")


def calendars_without_year(catalogue: model.Catalogue) -> Iterator[Problem]:
    """The academic calendar is for whole years; a month or a day is the same in every calendar."""
    for visit in walk(catalogue, model.Activity):
        activity = visit.record
        if activity.calendar is not None and not _is_of_years(activity.when):
            when = brief_repr(activity.when) if activity.when is not None else "no time"
            what = f"the calendar is {activity.calendar!r}, but {when} is no year"
            yield Problem(visit.path_to("calendar"), visit.name, what, "calendar-without-year")


def outside_phase(catalogue: model.Catalogue) -> Iterator[Problem]:
    """An activity that has a time and a phase took place, at least partly, in the phase's years."""
    phases = {phase.number: phase for phase in catalogue.phases}
    for visit in walk(catalogue, model.Activity):
        activity = visit.record
        phase = phases.get(activity.phase) if activity.phase is not None else None
        if phase is None or (days := _days(activity.when, activity.calendar)) is None:
            continue
        last = phase.last if phase.last is not None else 9999
        # Days are compared as text: a year sorts before each of its days.
        if days[1] < f"{phase.first:04}" or days[0][:4] > f"{last:04}":
            years = f"{phase.first}-{'' if phase.last is None else phase.last}"
            what = f"{brief_repr(activity.when)} is outside phase {phase.number} ({years})"
            yield Problem(visit.path_to("when"), visit.name, what, "outside-phase")


@lru_cache(maxsize=10_000)
def time_fault(when: str, calendar: str | None) -> str:
    """Return what is wrong with a time, in words for people; empty where nothing is."""
    try:
        edtf.bounds(when, calendar)
    except ValueError as error:
        return str(error)
    return ""


def _is_time(field: Field) -> bool:
    return bool(field.item == model.Edtf)


def _days(when: str | None, calendar: str | None = None) -> tuple[str, str] | None:
    """Return the first and last day of a time; None for one that is missing or does not exist."""
    if when is None or time_fault(when, calendar):
        return None  # that a time does not exist is a problem of another rule
    return edtf.bounds(when, calendar)


def _is_of_years(when: str | None) -> bool:
    return when is not None and all(len(end) == 4 or end == ".." for end in when.split("/"))
