"""Times as people write them, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import edtf
from .i18n import translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

OPEN = ".."
"""An end of an EDTF interval that is not known."""

LONGEST_ABOUT = 366
"""Days of an interval up to which it is said to be about the end, middle or beginning of a year."""


def shown_time(when: str, calendar: str | None = None) -> str:
    """Return an EDTF time as people write it: ``2015/..`` is ``since 2015``."""
    start, slash, end = when.partition("/")
    if not slash:
        return _years(start, calendar) if calendar == "academic" else _date(start)
    if end == OPEN:
        return translated("since {time}").format(time=shown_time(start, calendar))
    if start == OPEN:
        return translated("until {time}").format(time=shown_time(end, calendar))
    if calendar == "academic":
        return _years(f"{start}–{end}", calendar)
    if start.isdigit() and end.isdigit():
        return _years(f"{start}–{end}", None)
    return f"{_date(start)} – {_date(end)}"


def as_of(when: str) -> str:
    """Return when the facts of a catalogue were true, as a sentence without its full stop.

    >>> as_of("2021-10")
    'As of October 2021'
    >>> as_of("2021-10/2022-02")
    'As of about the end of 2021 (between October 2021 and February 2022)'

    An interval of at most a year is about the turn or the middle of a year if that lies in it, and
    of the two, about the one nearer to its own middle.
    """
    start, slash, end = when.partition("/")
    try:
        days = edtf.bounds(when)
    except ValueError:  # nothing has checked a database, which may come from anyone
        return translated("As of {time}").format(time=when)
    if not slash or start == end:
        return translated("As of {time}").format(time=shown_time(start))
    if start == OPEN:
        return translated("As of {time} or earlier").format(time=shown_time(end))
    if end == OPEN:
        return translated("As of {time} or later").format(time=shown_time(start))
    pattern, year = _about(*days)
    return pattern.format(year=year, start=shown_time(start), end=shown_time(end))


def _about(first: str, last: str) -> tuple[str, int]:
    """Return what to say of an interval between two days, and the year that it is about."""
    from datetime import date

    def day(year: int, month: int) -> int:
        return date(year, month, 1).toordinal()

    between = translated("As of some time between {start} and {end}")
    if first[:4] == "0000":
        return between, 0  # which datetime does not have
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if end.toordinal() - begin.toordinal() >= LONGEST_ABOUT:
        return between, 0
    middle = (begin.toordinal() + end.toordinal()) / 2
    found = [
        (
            abs(day(year, 7) - middle),
            translated("As of about the middle of {year} (between {start} and {end})"),
            year,
        )
        for year in {begin.year, end.year}
        if begin.toordinal() <= day(year, 7) <= end.toordinal()
    ]
    if begin.year < end.year:
        turn = day(end.year, 1)
        said = (
            translated("As of about the end of {year} (between {start} and {end})")
            if middle < turn
            else translated("As of about the beginning of {year} (between {start} and {end})")
        )
        found.append((abs(turn - middle), said, begin.year if middle < turn else end.year))
    if not found:
        return between, 0
    _, pattern, year = min(found)
    return pattern, year


def heading_of_time(activity: Mapping[str, Any], years: tuple[int, int | None] | None) -> str:
    """Return the heading under which an activity stands in a list in order of time.

    A phase lends no year: without a time of its own, an activity stands under its phase, with the
    first and last ``years`` of that.
    """
    if activity["planned"]:
        return translated("Planned")
    if activity["when"]:
        return first_year(activity["when"]) or translated("Start year not given")
    if activity["phase"] is None:
        return translated("Not dated")
    number = activity["phase"]
    if years is None:
        return translated("Phase {number}, year not given").format(number=number)
    first, last = years
    if last is None:
        pattern = translated("Phase {number} (since {first}), year not given")
    else:
        pattern = translated("Phase {number} ({first}–{last}), year not given")
    return pattern.format(number=number, first=first, last=last)


def first_year(when: str | None) -> str | None:
    """Return the year in which a time begins, None where it does not give one."""
    year = (when or "")[:4]
    return year if year.isdigit() else None


def _years(years: str, calendar: str | None) -> str:
    pattern = translated("academic year {years}") if calendar else translated("{years}")
    return pattern.format(years=years)


def _date(text: str) -> str:
    year, _, rest = text.partition("-")
    if not rest:
        return _years(year, None)
    month, _, day = rest.partition("-")
    pattern = translated("{day} {month} {year}") if day else translated("{month} {year}")
    return pattern.format(day=day.lstrip("0"), month=_months()[int(month) - 1], year=year)


def _months() -> tuple[str, ...]:
    # Spelled out one by one, as the translations are collected from these calls.
    return (
        translated("January"),
        translated("February"),
        translated("March"),
        translated("April"),
        translated("May"),
        translated("June"),
        translated("July"),
        translated("August"),
        translated("September"),
        translated("October"),
        translated("November"),
        translated("December"),
    )
