"""Times in the Extended Date/Time Format (ISO 8601-2), as far as a catalogue uses it.

A year, month or day, or an interval of two of these, each end of which may be open (``..``).
"""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)

EARLIEST = "0000-01-01"
LATEST = "9999-12-31"

LEAP = 4
"""A year with as many days as the year 0, which Python's calendar does not have."""

ACADEMIC_YEAR_STARTS = 4
"""Month in which a Japanese academic year starts: AY2019 is April 2019 to March 2020."""


def bounds(when: str, calendar: str | None = None) -> tuple[str, str]:
    """First and last day (``YYYY-MM-DD``) of a time; an open end gives EARLIEST or LATEST.

    Raises ValueError, with a message for people, where ``when`` is no such time.
    """
    start, slash, end = when.partition("/")
    if not slash:
        return _days(start, calendar)
    if start == end == "..":
        raise ValueError("an interval needs at least one end that is not '..'")
    first = EARLIEST if start == ".." else _days(start, calendar)[0]
    last = LATEST if end == ".." else _days(end, calendar)[1]
    if first > last:
        raise ValueError(f"'{when}' ends before it starts")
    return first, last


def _days(text: str, calendar: str | None) -> tuple[str, str]:
    match = _DATE.match(text)
    if match is None:
        raise ValueError(
            f"'{text}' is no time: write 2019, 2021-03, 2021-03-15, 2017/2020 or 2015/.."
        )
    year, month, day = match.groups()
    if month is None:
        return _year(int(year), calendar)
    if day is None:
        return f"{text}-01", f"{text}-{_last_day(text, int(year), int(month)):02}"
    try:
        date(int(year) or LEAP, int(month), int(day))
    except ValueError:
        raise ValueError(f"'{text}' is no day of the calendar") from None
    return text, text


def _last_day(text: str, year: int, month: int) -> int:
    for day in (31, 30, 29, 28):
        try:
            return date(year or LEAP, month, day).day
        except ValueError:
            continue
    raise ValueError(f"'{text}' is no month of the calendar")


def _year(year: int, calendar: str | None) -> tuple[str, str]:
    if calendar != "academic":
        return f"{year:04}-01-01", f"{year:04}-12-31"
    month = ACADEMIC_YEAR_STARTS
    last = f"{year + 1:04}-{month - 1:02}-31"
    return f"{year:04}-{month:02}-01", last if year < 9999 else LATEST
