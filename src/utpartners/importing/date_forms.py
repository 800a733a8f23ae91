"""Find the dates in a text, in all the ways in which people write them. None is guessed.

Libraries that read any date, such as dateparser, complete what is missing from today and prefer an
order of day and month: right for reminders, wrong for a register. The forms are therefore stated
here one by one, the names of months come from CLDR, and what may be read in two ways is a doubt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..edtf import bounds
from .languages import folded, months

if TYPE_CHECKING:
    from collections.abc import Callable

Order = Literal["dmy", "mdy", "ymd"]

Years = Literal["interval", "academic"]


class Habits(NamedTuple):
    """How the dates of a column are written, as far as that is known."""

    order: Order | None = None
    years: Years | None = None
    """What ``2019/20`` means: both years, or one academic year."""
    starts: int = 4
    """The month in which an academic year starts."""
    short_years: bool = False
    """Whether years of two digits are read: 19 as 2019, 98 as 1998."""
    slash_is_month: bool | None = None
    """Whether ``2011/12`` is December 2011."""


class Doubt(NamedTuple):
    """What may be read in more ways than one."""

    text: str
    readings: tuple[str, ...]
    setting: str
    """What decides it in the map, such as ``order = "dmy"``; empty where nothing does."""


class Dates(NamedTuple):
    """The dates of a text, in its order, and what else it says."""

    dates: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    rest: str


_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925,
         "大正": 1911, "t": 1911, "明治": 1867, "m": 1867}  # fmt: skip
"""The year before the first of each Japanese era."""

_LAST = {"平成": 31, "h": 31, "昭和": 64, "s": 64, "大正": 15, "t": 15, "明治": 45, "m": 45}
"""The last year of each era that is over."""

CENTURY = 70
"""A year of two digits up to here is one of this century."""


def find_dates(text: str, habits: Habits = Habits()) -> Dates:
    """Return the dates of a text as EDTF, what is doubtful, and the rest of the text, folded.

    >>> find_dates("1 avril 2019 – 令和6年3月31日").dates
    ('2019-04-01', '2024-03-31')
    >>> find_dates("04/05/2019").doubts[0].readings
    ('2019-05-04', '2019-04-05')
    """
    found: list[str] = []
    doubts: list[Doubt] = []

    def taken(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        read = _READ[kind](_inner(match[0], kind), match[0], habits)
        if read is None:
            return match[0]
        (doubts if isinstance(read, Doubt) else found).append(read)  # type: ignore[arg-type]
        return " "

    plain = folded(unicodedata.normalize("NFKC", text)).replace("−", "-").replace("‐", "-")
    rest = _forms().sub(taken, plain)
    return Dates(tuple(found), tuple(doubts), " ".join(rest.split()))


@cache
def _forms() -> re.Pattern[str]:
    """All forms as one pattern, in which the more exact stand first."""
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in _patterns().items()))


@cache
def _inner_form(kind: str) -> re.Pattern[str]:
    return re.compile(_patterns()[kind])


def _inner(text: str, kind: str) -> tuple[str | None, ...]:
    match = _inner_form(kind).match(text)
    return match.groups() if match else ()


@cache
def _patterns() -> dict[str, str]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    month = rf"(?:{names})(?![^\W\d_])\.?"
    day = r"\d{1,2}(?:st|nd|rd|th|er|o|º|:a|\.)?"
    of = r"(?:\s*(?:de|del|of|den)\s+|[\s,./-]*)"
    # Each form is matched twice, first within all and then alone: its groups are its own.
    return {
        "era": r"(令和|平成|昭和|大正|明治|(?<![a-z])[rhstm](?=\.?\s?\d))\.?\s?(元|\d{1,2})"
        r"(?:\s?[年./-]\s?(\d{1,2})(?:\s?[月./-]\s?(\d{1,2})(?!\d)日?|月末?)?|年(?!\d)(度)?)",
        "fiscal": r"(?<!\d)(\d{4})\s?(?:年度|fy|学年)|(?:(?:fy|ay)\s?)(\d{4})(?!\d)",
        "ymd": r"(?<!\d)(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?!\d)"
        r"(?:\s?(?:日|일))?\.?(?:[t ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?z?)?",
        "numeric": r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)"
        .replace(r"\2", r"[./-]"),
        "short": r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})[./-](\d{2})(?![\d./-])",
        "compact": r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)",
        "day_month": rf"(?<!\d)({day}){of}({month}){of}(\d{{4}}|'?\d{{2}}(?!\d))(?!\d)",
        "month_day": rf"({month})\s*({day}),?\s+(\d{{4}})(?!\d)",
        "month_year": rf"({month}){of}(\d{{4}}|(?<=[-'’])\d{{2}})(?!\d)",
        "year_month_name": rf"(?<!\d)(\d{{4}})[\s,./-]+({month})(?:\s+(\d{{1,2}})(?!\d))?",
        "year_month": r"(?<!\d)(\d{4})\s?(?:年|년)\s?(\d{1,2})\s?(?:月末?|월(?:\s?말)?)",
        "years": r"(?<![\d./-])(\d{4})([-/–])(\d{1,2})(?![\d./-])",
        "year_dot_month": r"(?<!\d)(\d{4})\.\s?(\d{1,2})(?!\d)\.?",
        "month_slash_year": r"(?<![\d./-])(\d{1,2})[./-](\d{4})(?!\d)",
        "year": r"(?<!\d)((?:19|20)\d\d)(?!\d)\s?(?:年|년)?",
    }  # fmt: skip


Groups = tuple["str | None", ...]

Read = "str | Doubt | None"


def _exists(when: str) -> bool:
    try:
        bounds(when)
    except ValueError:
        return False
    return True


def _date(
    text: str, year: int | str, month: str | int | None, day: str | int | None
) -> str | Doubt:
    parts = [f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part is not None)]
    when = "-".join(parts)
    return when if _exists(when) else Doubt(text, (), "")


def _era(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    era, count, month, day, fiscal = groups
    number = 1 if count == "元" else int(str(count))
    year = _ERAS[str(era)] + number
    if number > _LAST.get(str(era), 99):
        return Doubt(text, (), "")
    if fiscal:
        return _academic(str(year), text, habits)
    return _date(text, year, month, day)


def _academic(year: str, text: str, habits: Habits) -> str | Doubt:
    last = f"{int(year) + (habits.starts > 1):04}-{(habits.starts - 2) % 12 + 1:02}"
    when, years = f"{year}-{habits.starts:02}/{last}", f"{year}/{int(year) + 1:04}"
    if not (_exists(when) and _exists(years)):  # the year after 9999
        return Doubt(text, (), "")
    if habits.years == "academic":
        return when
    if habits.years == "interval":
        return years
    return Doubt(text, (years, when), 'years = "academic"')


def _fiscal(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _academic(str(groups[0] or groups[1]), text, habits)


def _ymd(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _date(text, str(groups[0]), groups[1], groups[2])


def _numeric(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    first, mark, second, year = map(str, groups)
    orders: tuple[Order, ...] = ("dmy",) if mark == "." else ("dmy", "mdy")
    return _ordered(
        text, {"dmy": (year, second, first), "mdy": (year, first, second)}, orders, habits
    )


def _short(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    first, _, second, third = map(str, groups)
    ways = {
        "dmy": (_century(third), second, first),
        "mdy": (_century(third), first, second),
        "ymd": (_century(first), second, third),
    }
    if habits.order in ways:
        return _date(text, *ways[habits.order])
    read = tuple(dict.fromkeys(when for one in ways.values() if _exists(when := _iso(*one))))
    return Doubt(text, read, 'order = "dmy"')


def _ordered(
    text: str, ways: dict[str, tuple[str, str, str]], orders: tuple[Order, ...], habits: Habits
) -> str | Doubt:
    """Return the one date that exists, or the one in the order of the column."""
    read = {order: when for order in orders if _exists(when := _iso(*ways[order]))}
    if len(set(read.values())) == 1:
        return next(iter(read.values()))
    if habits.order in read:
        return read[habits.order]
    return Doubt(text, tuple(read.values()), 'order = "dmy"' if read else "")


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}"


def _century(year: str) -> str:
    number = int(year)
    return str((2000 if number < CENTURY else 1900) + number)


def _month(name: str | None) -> int:
    return months()[str(name).rstrip(".")]


def _year_of(text: str | None) -> str:
    digits = str(text).strip("'’")
    return digits if len(digits) == 4 else _century(digits)


def _day_month(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    day = re.sub(r"\D", "", str(groups[0]))
    return _date(text, _year_of(groups[2]), _month(groups[1]), day)


def _month_day(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _date(text, str(groups[2]), _month(groups[0]), re.sub(r"\D", "", str(groups[1])))


def _month_year(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    when = f"{_year_of(groups[1])}-{_month(groups[0]):02}"
    if len(str(groups[1])) == 4 or habits.short_years:
        return when
    return Doubt(text, (when,), "short_years = true")  # Apr-19 may lack its year


def _year_month_name(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _date(text, str(groups[0]), _month(groups[1]), groups[2])


def _year_month(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _date(text, str(groups[0]), groups[1], None)


def _years(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    """Read 2019-04, 2019/04, 2019/20 and 2019-24, of which some may be either."""
    year, mark, number = map(str, groups)
    is_month = 1 <= int(number) <= 12
    is_next = len(number) == 2 and int(number) == (int(year) + 1) % 100
    if is_month and (mark == "-" or not is_next or habits.slash_is_month):
        return _date(text, year, number, None)
    if is_next and is_month and habits.slash_is_month is None and habits.years is None:
        return Doubt(text, (f"{year}-{number}", f"{year}/{int(year) + 1}"), 'years = "academic"')
    if is_next:
        return _academic(year, text, habits)
    later = year[:2] + number
    if len(number) == 2 and later > year:
        return f"{year}/{later}"
    return Doubt(text, (), "")


def _month_slash_year(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return _date(text, str(groups[1]), groups[0], None)


def _year(groups: Groups, text: str, habits: Habits) -> str | Doubt | None:
    return str(groups[0])


_READ: dict[str, Callable[[Groups, str, Habits], str | Doubt | None]] = {
    "era": _era, "fiscal": _fiscal, "ymd": _ymd, "numeric": _numeric, "short": _short,
    "compact": _ymd, "day_month": _day_month, "month_day": _month_day, "month_year": _month_year,
    "year_month_name": _year_month_name, "year_month": _year_month, "years": _years,
    "year_dot_month": _year_month, "month_slash_year": _month_slash_year, "year": _year,
}  # fmt: skip
