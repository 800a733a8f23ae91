"""The state that an agreement is in on a day, as every question and rule sees it.

The days sort as text: ``YYYY-MM-DD``.
"""

# No "from __future__ import annotations": a NamedTuple would compile each text that it makes.

from datetime import date, timedelta
from typing import NamedTuple

from . import edtf

NOT_YET, IN_FORCE, EXPIRING, ENDED, REPLACED, UNKNOWN = STATES = (
    "not yet in force",
    "in force",
    "expiring",
    "ended",
    "replaced",
    "unknown",
)

VALID = (IN_FORCE, EXPIRING)
"""The states of an agreement that is in force."""

GOES_ON = edtf.LATEST
"""The last day of an agreement that goes on: its term is open, or it renews automatically."""

SOON = "12m"
"""How long before its end an agreement is said to expire."""


class Days(NamedTuple):
    """The first and last day of an agreement, each None where it is not known."""

    start: str | None
    end: str | None


def days(
    signed: str | None,
    starts: str | None,
    ends: str | None,
    term: str | None,
    renews: str | None,
    ended: str | None,
) -> Days:
    """Return the days of an agreement with these values. Raises ValueError for what is no time.

    One that renews automatically or has an open term goes on unless it was terminated.
    """
    start, end = starts or signed, ended or ends
    if not ended and (renews == "automatic" or term == "open"):
        last: str | None = GOES_ON
    else:
        last = edtf.bounds(end)[1] if end else None
    return Days(edtf.bounds(start)[0] if start else None, last)


def state(start: str | None, end: str | None, is_replaced: int, on: str, soon: str) -> str:
    """Return the state on a day of an agreement with these first and last days.

    ``is_replaced`` says whether another agreement has replaced it by then, and ``soon`` is the last
    of the days on which an end is near.
    """
    if start is not None and start > on:
        return NOT_YET
    if is_replaced:
        return REPLACED
    if end is None:
        return UNKNOWN
    if end < on:
        return ENDED
    return EXPIRING if end <= soon else IN_FORCE


def today() -> str:
    """Return the day that questions and rules are about, if no other is asked for."""
    return date.today().isoformat()


def shifted(day: str, period: str, *, back: bool = False) -> str:
    """Return the day a period such as ``90d``, ``8w``, ``6m`` or ``1y`` later, or earlier.

    Raises ValueError where the calendar ends before, or OverflowError.
    """
    number, start = int(period[:-1]) * (-1 if back else 1), date.fromisoformat(day)
    if period[-1] in "dw":
        return (start + timedelta(days=number * (7 if period[-1] == "w" else 1))).isoformat()
    from calendar import monthrange

    months = start.month - 1 + number * (12 if period[-1] == "y" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    # A month after 31 January is the last day of February.
    return date(year, month, min(start.day, monthrange(year, month)[1])).isoformat()


def soon(on: str) -> str:
    """Return the last of the days on which an end is near."""
    try:
        return shifted(on, SOON)
    except (ValueError, OverflowError):
        return edtf.LATEST
