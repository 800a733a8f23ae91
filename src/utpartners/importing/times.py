"""What a cell says of time: dates, a length, an open end, renewal, or that it is not known."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .date_forms import Doubt, Habits, find_dates
from .grid import text_of
from .languages import folded
from .term_words import (
    FROM_SIGNATURE,
    FROM_START,
    LINKS,
    NOTHING,
    NUMBERS,
    ONLY_IN_RENEWAL,
    OPEN,
    RENEWS,
    UNKNOWN,
    any_of,
    period,
)

if TYPE_CHECKING:
    from .grid import Cell


class Times(NamedTuple):
    """What a cell says of time."""

    dates: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    length: tuple[int, str] | None = None
    """A number of years (``y``) or months (``m``)."""
    counted_from: str = ""
    """``signed`` or ``starts`` where the cell says from when the length counts."""
    is_open: bool = False
    renews: str | None = None
    is_unknown: bool = False
    """Whether it says that something is not known, or not yet."""
    is_serial: bool = False
    """Whether the date was a plain number of days, as Excel counts them."""
    rest: str = ""
    """What it says besides, folded; then nothing of it may be relied on."""


FIRST_SERIAL, LAST_SERIAL = 20_000, 73_050
"""Numbers of days that are read as dates: from 1954 to 2099."""

_DAY_ZERO = date(1899, 12, 30)
"""The day before the first of Excel's, which counts a 29 February 1900."""

_EVERY = re.compile(
    r"(?<![a-z])(?:every|each|alle|jeweils(?: um)?|tous les|chaque|cada|vart)(?![a-z])|毎|ごと|每"
)
"""What says that a length of time is that of each renewal."""

LONGEST = 300
"""Letters of the longest cell that is read as a time."""


def read_times(cell: Cell, habits: Habits = Habits(), *, is_about_renewal: bool = False) -> Times:
    """Return what a cell says of time.

    >>> read_times("5 years from signature, auto renew")[2:6]
    ((5, 'y'), 'signed', False, 'automatic')
    """
    if isinstance(cell, date):
        return Times((cell.isoformat(),))
    if isinstance(cell, float) and not cell.is_integer() and FIRST_SERIAL <= cell <= LAST_SERIAL:
        cell = float(int(cell))  # with a time of day
    text = text_of(cell)
    if re.fullmatch(r"\d{5}", text) and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        return Times(((_DAY_ZERO + timedelta(days=int(text))).isoformat(),), is_serial=True)
    if len(text) > LONGEST:
        return Times(rest=text)
    return _read(text, habits, is_about_renewal)


@lru_cache(maxsize=20_000)
def _read(text: str, habits: Habits, is_about_renewal: bool) -> Times:
    plain = folded(text).strip()
    if plain in NOTHING and not (is_about_renewal and plain in ONLY_IN_RENEWAL):
        return Times()
    if plain in UNKNOWN:
        return Times(is_unknown=True)
    dates, doubts, rest = find_dates(text, habits)
    length, counted_from, rest = _length(rest)
    if length and _EVERY.search(rest):  # the length is that of each renewal
        length, rest = None, _EVERY.sub(" ", rest)
    is_open, rest = _cut(rest, OPEN)
    renews, rest = _renewal(rest, is_about_renewal)
    left = _left(rest)
    if not (dates or doubts or length or is_open or renews or left):
        left = plain  # only words that link dates, such as "expired": they say something alone
    return Times(dates, doubts, length, counted_from, is_open, renews, rest=left)


def _length(text: str) -> tuple[tuple[int, str] | None, str, str]:
    match = period().search(text)
    if match is None:
        return None, "", text
    number = match["number"]
    count = int(number) if number.isdigit() else NUMBERS[number]
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    for name, words in (("signed", FROM_SIGNATURE), ("starts", FROM_START)):
        is_said, rest = _cut(rest, words)
        if is_said:
            return (count, "y" if match["y"] else "m"), name, rest
    return (count, "y" if match["y"] else "m"), "", rest


def _renewal(text: str, is_about_renewal: bool) -> tuple[str | None, str]:
    for renews in ("none", "automatic", "by review"):  # "not renewable" has "renewable" in it
        words = RENEWS[renews]
        if not is_about_renewal:
            words = tuple(word for word in words if word not in ONLY_IN_RENEWAL)
        is_said, rest = _cut(text, words)
        if is_said:
            return renews, rest
    return None, text


def _cut(text: str, words: tuple[str, ...]) -> tuple[bool, str]:
    """Return whether a text has one of some words, and the text without the first of these."""
    if not text:
        return False, text
    rest, count = any_of(words).subn(" ", text, count=1)
    return bool(count), rest


def _left(text: str) -> str:
    """Return what is left of a text without words and marks that link dates."""
    if not text:
        return ""
    rest = any_of(LINKS).sub(" ", text)
    return " ".join(re.sub(r"[\s,;:/~〜・.()\[\]\-–—&+、。]+", " ", rest).split())


def later(start: str, length: tuple[int, str]) -> str | None:
    """Return the last day of a length of time, as exactly as its start is known.

    >>> later("2019-04-01", (5, "y")), later("2019-04", (5, "y")), later("2019", (5, "y"))
    ('2024-03-31', '2024-04', '2024')

    The last of five years from 1 April is 31 March. None for an interval, of which no day is first,
    and for an end that no date has, such as one after the year 9999.
    """
    if "/" in start or not length[0]:
        return None
    number, unit = length
    months = number * (12 if unit == "y" else 1)
    year, month, day = (int(part) for part in (start + "-01-01")[:10].split("-"))
    month += months
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 < year <= MAXYEAR:
        return None
    if len(start) == 4:
        return str(year) if months % 12 == 0 else None
    if len(start) == 7:
        return f"{year:04}-{month:02}"
    # Of 29 February, a year later: the day before is 28 February in any case.
    first_after = _day(year, month, day)
    return (first_after - timedelta(days=1)).isoformat()


def _day(year: int, month: int, day: int) -> date:
    from calendar import monthrange

    last = monthrange(year, month)[1]
    return date(year, month, day) if day <= last else date(year, month, last) + timedelta(days=1)
