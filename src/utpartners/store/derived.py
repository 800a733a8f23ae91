"""The columns that the store computes when it is filled, as questions sort and compare by them.

They are days as ``YYYY-MM-DD``, so that they sort as text. A file has none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import agreement_state, edtf

if TYPE_CHECKING:
    from collections.abc import Callable


class Derivation(NamedTuple):
    """The columns of a table that are computed of some of its other columns."""

    columns: tuple[str, ...]
    fields: tuple[str, ...]
    """What they are computed of; of a phase, its first and last year are given."""
    days: Callable[..., tuple[str | None, ...]]
    """Returns the values of the columns. Raises ValueError for what is no time."""


def activity_days(
    when: str | None, calendar: str | None, first: int | None, last: int | None
) -> tuple[str | None, str | None]:
    """Return the days by which an activity is sorted; the years are those of its phase."""
    return edtf.sorting_days(when, calendar, None if first is None else (first, last))


def partnership_days(until: str | None) -> tuple[str | None]:
    """Return the last day of a partnership, None where it goes on."""
    return (_last_day(until),)


def _last_day(when: str | None) -> str | None:
    last = edtf.bounds(when)[1] if when else None
    return None if last == edtf.LATEST else last


DERIVED = {
    "activity": Derivation(("first_day", "last_day"), ("when", "calendar", "phase"), activity_days),
    "agreement": Derivation(
        ("start_day", "end_day"),
        ("signed", "starts", "ends", "term", "renews", "ended"),
        agreement_state.days,
    ),
    "partnership": Derivation(("end_day",), ("until",), partnership_days),
}
"""By table."""
