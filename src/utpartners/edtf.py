"""Times in the Extended Date/Time Format (EDTF, ISO 8601-2), as far as a catalogue uses it.

A year, month or day (level 0), or an interval of two of these, each end of which may be open
(``..``, level 1). This subset is by hand, as the library for all of EDTF does not fit: edtf 5.0.2
takes a tenth of a second to import and milliseconds to parse each time, knows no academic years,
and accepts 2023-02-29 and 2020/2017, which a catalogue must refuse.
"""

from __future__ import annotations

import re

from .i18n import translated

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z", re.ASCII)

EARLIEST = "0000-01-01"
LATEST = "9999-12-31"

ACADEMIC_YEAR_STARTS = 4
"""Month in which a Japanese academic year starts: AY2019 is April 2019 to March 2020."""


def bounds(when: str, calendar: str | None = None) -> tuple[str, str]:
    """Return the first and last day of a time, as ``YYYY-MM-DD`` so that days sort as text.

    An open end gives EARLIEST or LATEST. ``calendar`` is ``academic`` where years are academic
    years. Raises ValueError, with a message for people, where ``when`` is not such a time.
    """
    start, slash, end = when.partition("/")
    for text in (start, end) if slash else (start,):
        # The whole is repeated: "04/01" alone would say nothing of "2019/04/01".
        if not _DATE.match(text) and (text != ".." or not slash):
            raise ValueError(translated("{when} is not a date", when=f"'{when}'"))
    if not slash:
        return _days(start, calendar)
    if start == end == "..":
        raise ValueError(translated("{when} has neither a start nor an end", when=f"'{when}'"))
    first = EARLIEST if start == ".." else _days(start, calendar)[0]
    last = LATEST if end == ".." else _days(end, calendar)[1]
    if first > last:
        raise ValueError(translated("{when} ends before it starts", when=f"'{when}'"))
    return first, last


def sorting_days(
    when: str | None, calendar: str | None, phase_years: tuple[int, int | None] | None
) -> tuple[str, str] | tuple[None, None]:
    """Return the first and last day by which an activity is sorted, as :func:`bounds` does.

    Its own time counts, else the first and last year of its phase, of which the last is None while
    the phase has no end. Both days are None where neither is known.
    """
    if when is not None:
        return bounds(when, calendar)
    if phase_years is None:
        return None, None
    first, last = phase_years
    return f"{first:04}-01-01", LATEST if last is None else f"{last:04}-12-31"


def _days(text: str, calendar: str | None) -> tuple[str, str]:
    year, month, day = text[:4], text[5:7] or None, text[8:] or None
    if month is None:
        return _year(int(year), calendar)
    days = _days_of_month(int(year), int(month))
    if not days:
        raise ValueError(
            translated("there is no month {month} in {when}", month=month, when=f"'{text}'")
        )
    if day is None:
        return f"{text}-01", f"{text}-{days}"
    if not 1 <= int(day) <= days:
        raise ValueError(translated("there is no day {day} in {when}", day=day, when=f"'{text}'"))
    return text, text


def _days_of_month(year: int, month: int) -> int:
    """Return how many days a month has, 0 for one that does not exist."""
    # Not datetime, which lacks the year 0, and not calendar, which takes longer to import than a
    # list to be printed: when the facts were true is said of every list.
    if month != 2:
        return _DAYS_OF_MONTHS.get(month, 0)
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


_DAYS_OF_MONTHS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def _year(year: int, calendar: str | None) -> tuple[str, str]:
    if calendar != "academic":
        return f"{year:04}-01-01", f"{year:04}-12-31"
    month = ACADEMIC_YEAR_STARTS
    last = f"{year + 1:04}-{month - 1:02}-31"
    # The academic year 9999 would end in 10000, which does not sort as text.
    return f"{year:04}-{month:02}-01", last if year < 9999 else LATEST
