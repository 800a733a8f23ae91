"""Times exist, end after they start, and fit what they belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .. import edtf, field_types, model
from ..diagnostics import Problem, brief_repr
from ..i18n import language, translated
from .walk import values, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Field


def impossible_times(catalogue: model.Catalogue) -> Iterator[Problem]:
    """Every date exists and is written in EDTF (``2019-04-01``); no phase ends before it starts."""
    for visit in walk(catalogue, model.Phase):
        phase = visit.record
        if phase.last is not None and phase.last < phase.first:
            what = translated(
                "last: {last} is before first {first}", last=phase.last, first=phase.first
            )
            yield Problem(visit.path_to("last"), visit.name, what, "time")
    for visit, field, index, when in values(catalogue, _is_time):
        if fault := time_fault(when, getattr(visit.record, "calendar", None)):
            what = f"{field.key}: {fault}"
            path = visit.path_to(field.key, index)
            yield Problem(path, visit.name, what, "time", time_hint(when))


def reversed_agreements(catalogue: model.Catalogue) -> Iterator[Problem]:
    """No agreement ends before it was signed or before it starts."""
    for visit in walk(catalogue, model.Agreement):
        for end in ("ends", "ended"):
            for start in ("signed", "starts"):
                if what := _reversed(visit.record, start, end):
                    path = visit.path_to(end)
                    yield Problem(path, visit.name, what, "reversed-agreement")
                    break


def reversed_times(catalogue: model.Catalogue) -> Iterator[Problem]:
    """No partnership and no former name ends before it began."""
    for visit in walk(catalogue, model.Partnership, model.FormerName):
        if what := _reversed(visit.record, "since", "until"):
            yield Problem(visit.path_to("until"), visit.name, what, "reversed-time")


def late_starts(catalogue: model.Catalogue) -> Iterator[Problem]:
    """A partnership does not begin after its first agreement was signed."""
    for visit in walk(catalogue, model.Partnership):
        since = _days(visit.record.since)
        signed = [
            (days[1], one.signed) for one in visit.record.agreements if (days := _days(one.signed))
        ]
        if since and signed and min(signed)[0] < since[0]:
            what = translated(
                "since: {since} is after the first agreement was signed ({signed})",
                since=repr(visit.record.since),
                signed=repr(min(signed)[1]),
            )
            yield Problem(visit.path_to("since"), visit.name, what, "late-start")


def _reversed(record: model.Record, start: str, end: str) -> str:
    """Return what is wrong with the first and last time of a record; empty where nothing is."""
    first, last = getattr(record, start), getattr(record, end)
    # Each may be a whole year: they are wrong only where no day of them fits.
    starts, ends = _days(first), _days(last)
    if not starts or not ends or ends[1] >= starts[0]:
        return ""
    return translated(
        "{end}: {last} is before {start} {first}",
        end=end,
        last=repr(last),
        start=start,
        first=repr(first),
    )


def calendars_without_year(catalogue: model.Catalogue) -> Iterator[Problem]:
    """The academic calendar applies to whole years, as months and days are the same in any."""
    for visit in walk(catalogue, model.Activity):
        activity = visit.record
        if activity.calendar is not None and not _is_of_years(activity.when):
            what = _without_year(activity)
            yield Problem(visit.path_to("calendar"), visit.name, what, "calendar-without-year")


def outside_phase(catalogue: model.Catalogue) -> Iterator[Problem]:
    """The date of an activity with a phase lies, at least partly, in the years of the phase."""
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
            what = translated(
                "when: {when} is outside phase {number} ({years})",
                when=brief_repr(activity.when),
                number=phase.number,
                years=years,
            )
            yield Problem(visit.path_to("when"), visit.name, what, "outside-phase")


def _without_year(activity: model.Activity) -> str:
    if activity.when is None:
        missing = translated("calendar: {calendar} applies to years, but when is missing")
        return missing.format(calendar=repr(activity.calendar))
    return translated(
        "calendar: {calendar} applies to years, but when {when} is not a year",
        calendar=repr(activity.calendar),
        when=repr(activity.when),
    )


def time_fault(when: str, calendar: str | None) -> str:
    """Return what is wrong with a time, in words for people; empty where nothing is."""
    return _time_fault(when, calendar, language())


@lru_cache(maxsize=10_000)
def _time_fault(when: str, calendar: str | None, _language: str) -> str:
    try:
        edtf.bounds(when, calendar)
    except ValueError as error:
        return str(error)
    return ""


def time_hint(when: str) -> str:
    """Return what to write instead of a time with a fault."""
    from ..dates import hint  # few catalogues have a wrong date

    return hint(when)


def _is_time(field: Field) -> bool:
    return bool(field.item == field_types.Edtf)


def _days(when: str | None, calendar: str | None = None) -> tuple[str, str] | None:
    """Return the first and last day of a time; None for one that is missing or does not exist."""
    if when is None or time_fault(when, calendar):
        return None  # that a time does not exist is a problem of another rule
    return edtf.bounds(when, calendar)


def _is_of_years(when: str | None) -> bool:
    return when is not None and all(len(end) == 4 or end == ".." for end in when.split("/"))
