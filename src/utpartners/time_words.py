"""Times as people write them, in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import edtf
from .i18n import translated

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")

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
    if calendar == "academic" or (start.isdigit() and end.isdigit()):
        return _years(start + translated("–") + end, calendar)
    return _date(start) + translated(" – ") + _date(end)


def short_time(when: str, calendar: str | None = None) -> str:
    """Return an EDTF time as a column has it: ``2015/..`` is ``2015–``, an academic year AY 2015.

    >>> short_time("2015/.."), short_time("2017", "academic"), short_time("../2019-04")
    ('2015–', 'AY 2017', '–April 2019')
    """
    start, slash, end = when.partition("/")
    start, end = (one if one != OPEN and _DATE.fullmatch(one) else "" for one in (start, end))
    if not start and not end:
        return when
    dash = translated("–") if slash else ""
    if calendar == "academic":
        if start and end:
            return translated("AY {years}").format(years=f"{start}{dash}{end}")
        said = translated("AY {years}").format(years=start or end)
    else:
        if start and end:
            return f"{_date(start)}{dash}{_date(end)}"
        said = _date(start or end)
    return f"{said}{dash}" if start else f"{dash}{said}"


def phase_in_words(number: int, years: tuple[int, int | None] | None) -> str:
    """Return a phase with its years: ``Phase 2, 2017–2020``."""
    if years is None:
        return translated("Phase {number}").format(number=number)
    first, last = years
    said = {"number": number, "first": first, "last": last}
    if last is None:
        return translated("Phase {number}, {first}–").format(**said)
    return translated("Phase {number}, {first}–{last}").format(**said)


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
    span = {"start": shown_time(start), "end": shown_time(end)}
    if about := _turn(*days):
        return translated("{about} (between {start} and {end})").format(about=about, **span)
    return translated("As of some time between {start} and {end}").format(**span)


def as_of_briefly(when: str) -> str:
    """Return the same without the two ends of an interval.

    >>> as_of_briefly("2021-10/2022-02")
    'As of about the end of 2021'
    """
    start, slash, end = when.partition("/")
    try:
        days = edtf.bounds(when)
    except ValueError:
        return as_of(when)
    if not slash or OPEN in (start, end) or start == end:
        return as_of(when)
    return _turn(*days) or as_of(when)


def _turn(first: str, last: str) -> str:
    """Return which part of a year an interval between two days is about; nothing for a longer one.

    A database, which nothing has checked, may have the year 0.
    """
    from datetime import date

    def day(year: int, month: int) -> int:
        return date(year, month, 1).toordinal()

    if first[:4] == "0000":
        return ""  # which datetime does not have
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if end.toordinal() - begin.toordinal() >= LONGEST_ABOUT:
        return ""
    middle = (begin.toordinal() + end.toordinal()) / 2
    found = [
        (abs(day(year, 7) - middle), translated("As of about the middle of {year}"), year)
        for year in {begin.year, end.year}
        if begin.toordinal() <= day(year, 7) <= end.toordinal()
    ]
    if begin.year < end.year:
        turn = day(end.year, 1)
        at_end = middle < turn
        about_end = translated("As of about the end of {year}")
        about_start = translated("As of about the beginning of {year}")
        said = about_end if at_end else about_start
        found.append((abs(turn - middle), said, begin.year if at_end else end.year))
    if not found:
        return ""
    _, pattern, year = min(found)
    return pattern.format(year=year)


def heading_of_time(activity: Mapping[str, Any], years: tuple[int, int | None] | None) -> str:
    """Return the heading under which an activity stands in a list in order of time.

    A phase lends no year: without a time of its own, an activity stands under its phase, with the
    first and last ``years`` of that.
    """
    if activity["planned"]:
        return translated("Planned")
    if activity["when"]:
        year = first_year(activity["when"])
        return _years(year, None) if year else translated("Start year not given")
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
    is_academic = calendar == "academic"
    pattern = translated("academic year {years}") if is_academic else translated("{years}")
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
