"""How the dates of a column are written, decided by those of its cells that allow one reading."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..i18n import translated
from .grid import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .date_forms import Habits
    from .grid import Cell

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)", re.ASCII)
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{2})(?!\d)", re.ASCII)
_SLASHED = re.compile(r"(?<![\d/])(\d{4})/(\d{1,2})(?![\d/])", re.ASCII)

FEW = 3
"""Real dates from which it is no accident that each has a day up to 12."""


class ColumnHabits(NamedTuple):
    """How the dates of a column are written, and why that is known."""

    habits: Habits
    reason: str = ""
    needs_order: bool = False
    """Whether some cells need an order of day and month, and none of them proves it."""
    is_exchanged: bool = False
    """Whether a spreadsheet program seems to have taken months for days in the real dates."""


def habits_of(cells: Sequence[Cell], given: Habits) -> ColumnHabits:
    """Return the habits of a column; what the map gives stands.

    >>> habits_of(["04/05/2019", "25/04/2019"], Habits()).habits.order
    'dmy'
    """
    texts = [
        unicodedata.normalize("NFKC", text_of(cell)) for cell in cells if isinstance(cell, str)
    ]
    orders = _orders(texts)
    reason = ""
    if given.order is None and len(orders) == 1:
        ((order, example),) = orders.items()
        given = given._replace(order=order)  # type: ignore[arg-type]
        reason = _ORDERS[order]().format(value=example)
    if given.slash_is_month is None:
        given = given._replace(slash_is_month=_is_month(texts, given))
    needs_order = given.order is None and any(map(_NUMERIC.search, texts))
    return ColumnHabits(given, reason, needs_order, _is_exchanged(cells, orders))


def shared(columns: Mapping[str, ColumnHabits]) -> dict[str, ColumnHabits]:
    """Return the habits of columns, those that prove no order with the only one of the others."""
    proven = {one.habits.order: label for label, one in columns.items() if one.reason}
    if len(proven) != 1:
        return dict(columns)
    ((order, label),) = proven.items()
    said = translated("{order}, as in the column '{column}'")
    reason = said.format(order=_NAMED[str(order)](), column=label)
    return {
        name: one._replace(habits=one.habits._replace(order=order), reason=reason)
        if one.needs_order
        else one
        for name, one in columns.items()
    }


_ORDERS = {
    "dmy": lambda: translated("day before month, as in '{value}'"),
    "mdy": lambda: translated("month before day, as in '{value}'"),
    "ymd": lambda: translated("year first, as in '{value}'"),
}


_NAMED = {
    "dmy": lambda: translated("day before month"),
    "mdy": lambda: translated("month before day"),
    "ymd": lambda: translated("year first"),
}


def _orders(texts: Iterable[str]) -> dict[str, str]:
    """Return the orders that some cells allow alone, each with the first of these."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _NUMERIC.finditer(text):
            first, _, second, year = match.groups()
            if order := _only_order(int(first), int(second), year):
                found.setdefault(order, match[0])
        for match in _DOTTED.finditer(text):
            if order := _only_order(int(match[1]), int(match[2]), match[3]):
                found.setdefault(order, match[0])
    return found


def _only_order(first: int, second: int, third: str) -> str | None:
    if len(third) == 4:
        if first > 12 >= second:
            return "dmy"
        return "mdy" if second > 12 >= first else None
    last = int(third)
    if first > 31 or first == 0:
        return "ymd"
    if last <= 31 and last != 0:
        # 31/03/19 may begin with a year; with the month in the middle, nothing is certain.
        return "mdy" if second > 12 >= first else None
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None


def _is_month(texts: Iterable[str], habits: Habits) -> bool | None:
    """Return whether 2011/12 is a month: other cells then have months that are no next year."""
    months = years = False
    for text in texts:
        for year, number in _SLASHED.findall(text):
            is_next = int(number) == (int(year) + 1) % 100
            months = months or (not is_next and 1 <= int(number) <= 12)
            years = years or (is_next and int(number) > 12)
    if months == years:
        return None
    return months and habits.years is None


def _is_exchanged(cells: Sequence[Cell], orders: dict[str, str]) -> bool:
    """Return whether all real dates have days up to 12, and all texts between them later days.

    A spreadsheet program that expects the month first makes 4 May of 05/04/2019 when such a list is
    opened, and leaves 25/04/2019 as a text.
    """
    days = [cell.day for cell in cells if isinstance(cell, date)]
    texts = [match for cell in cells if isinstance(cell, str) for match in _NUMERIC.finditer(cell)]
    if len(days) < FEW or len(texts) < FEW or len(orders) != 1:
        return False
    place = 1 if "dmy" in orders else 3
    # Days that are all the first of a month are no evidence: so most agreements begin.
    return max(days) <= 12 and len(set(days)) > 1 and all(int(match[place]) > 12 for match in texts)
