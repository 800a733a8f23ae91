"""Make the dates, term and renewal of an agreement from the cells of a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ..edtf import bounds
from ..i18n import translated
from .grid import text_of
from .languages import folded
from .looks import Look, setting
from .mapping import fold
from .small_values import is_no, is_yes
from .term_words import RENEWS, any_of
from .times import Times, later, read_times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .date_forms import Doubt, Habits
    from .grid import Cell

DATED = ("signed", "starts", "ends", "ended")

_SINCE = re.compile(
    r"^(?:since|from|ab|seit|depuis|desde|från)\b|[-–—~～]\s*$|(?:から|より|부터)\s*[~～〜]?\s*$",
    re.IGNORECASE,
)
"""What says that a date alone is the first of a period."""

PERIODS = ("period", "term")

TIMED = (*DATED, *PERIODS, "renews")


class Timed(NamedTuple):
    """What cells say of an agreement, as keys of one, and what there is to look at and to tell."""

    values: dict[str, Any]
    looks: list[Look]
    remarks: list[str]


class TimeReader:
    """Reads the cells about time of an agreement."""

    def __init__(self, renews: Mapping[str, str]) -> None:
        self._renews = renews

    def read(self, cells: Mapping[str, tuple[Cell, str, Habits]]) -> Timed:
        """Return what cells say; each has a field, and is given with its label and habits."""
        found = Timed({}, [], [])
        length: tuple[int, str] | None = None
        counted_from = ""
        for field in TIMED:
            if field not in cells:
                continue
            cell, label, habits = cells[field]
            times = self._times(field, cell, habits, found, label)
            if times is None:
                continue
            self._take(field, times, found, label, cell, may_be_years=habits.years is not None)
            if times.length and (field != "renews" or times.counted_from):
                length, counted_from = times.length, times.counted_from
            elif times.length:  # "automatically by 5 years" says how it goes on, not how it began
                said = translated("{column}: renewed by {length} each time")
                found.remarks.append(said.format(column=label, length=_length(times.length)))
        if length:
            _add_end(found, length, counted_from)
        _finish(found)
        return found

    def _times(
        self, field: str, cell: Cell, habits: Habits, found: Timed, label: str
    ) -> Times | None:
        text = text_of(cell)
        if not text:
            return None
        if field == "renews" and fold(text) in self._renews:
            if renews := self._renews[fold(text)]:
                found.values["renews"] = renews
            return None
        if field == "renews" and (is_yes(cell) or is_no(cell)) and _is_about_automatic(label):
            if is_yes(cell):
                found.values["renews"] = "automatic"
            else:
                said = translated("{column}: not renewed automatically").format(column=label)
                found.remarks.append(said)
            return None
        if (field == "term" and isinstance(cell, (int, float))) or (
            field == "term" and text.isdigit()
        ):
            return (
                Times(length=(int(float(text)), "y")) if 0 < float(text) <= 99 else Times(rest=text)
            )
        return read_times(cell, habits, is_about_renewal=field == "renews")

    def _take(
        self, field: str, times: Times, found: Timed, label: str, cell: Cell, *, may_be_years: bool
    ) -> None:
        text = " ".join(text_of(cell).split())
        for doubt in times.doubts:
            found.looks.append(_doubtful(label, doubt))
        if times.rest:
            found.looks.append(_not_understood(field, label, text))
            return
        self._remark(times, found, label, text)
        if times.renews:
            found.values.setdefault("renews", times.renews)
        if times.is_open:
            found.values["term"] = "open"
        is_year = may_be_years and len(times.dates) == 1 and _is_year(times.dates[0])
        if is_year and field in DATED and times.length is None:
            found.values[field] = times.dates[0]
        elif times.dates:
            self._take_dates(field, times, found, label, text)

    def _remark(self, times: Times, found: Timed, label: str, text: str) -> None:
        if times.is_unknown:
            found.remarks.append(
                translated("{column}: '{value}' taken as not known").format(
                    column=label, value=text
                )
            )
        if times.is_serial:
            said = translated("{column}: {value} read as a number of days, {date}")
            found.remarks.append(said.format(column=label, value=text, date=times.dates[0]))

    def _take_dates(self, field: str, times: Times, found: Timed, label: str, text: str) -> None:
        dates = list(times.dates)
        if field in PERIODS:
            _take_period(dates, found, label, text, has_length=times.length is not None)
        elif field == "renews":
            found.looks.append(_not_understood(field, label, text))
        elif len(dates) == 1 and "/" not in dates[0] and times.length is None:
            found.values[field] = dates[0]
        elif field == "ends" and len(dates) == 1 and times.length is not None:
            found.values["ends"] = later(dates[0], times.length) or dates[0]
        elif field == "ends" and len(dates) == 2:
            _take_period(dates, found, label, text, has_length=False)
        else:
            what = translated("{column}: '{value}' has more than one date").format(
                column=label, value=text
            )
            found.looks.append(Look("date", what))


def _is_about_automatic(label: str) -> bool:
    """Return whether a header asks if an agreement is renewed automatically."""
    return any_of(RENEWS["automatic"]).search(folded(label)) is not None


def _is_year(date: str) -> bool:
    """Return whether an interval is what the map makes of 2019/20: two years, or an academic."""
    first, _, last = date.partition("/")
    return bool(last) and int(last[:4]) - int(first[:4]) <= 1


def _take_period(
    dates: list[str], found: Timed, label: str, text: str, *, has_length: bool
) -> None:
    """Take the first and last day of a period."""
    if len(dates) == 1 and "/" in dates[0]:
        dates = dates[0].split("/")
    if len(dates) == 2 and dates[0] <= dates[1]:
        for field, date in zip(("starts", "ends"), dates, strict=True):
            if found.values.setdefault(field, date) != date:
                what = translated("{column}: '{value}' contradicts another column").format(
                    column=label, value=text
                )
                found.looks.append(Look("contradiction", what))
    elif len(dates) == 1 and (has_length or _SINCE.search(text)):
        found.values.setdefault("starts", dates[0])
    else:
        what = translated("{column}: '{value}' is no period from one date to another")
        found.looks.append(Look("date", what.format(column=label, value=text)))


def _add_end(found: Timed, length: tuple[int, str], counted_from: str) -> None:
    """Compute the end of an agreement that lasts a number of years."""
    values = found.values
    values.setdefault("term", "fixed")
    if "ends" in values:
        return
    fields = (counted_from,) if counted_from else ("starts", "signed")
    start = next((values[field] for field in fields if field in values), None)
    if start is None and counted_from == "starts":
        start = values.get("signed")
    end = later(start, length) if start else None
    shown = _length(length)
    if end is None:
        said = translated("it lasts {length}, but from when is not known")
        found.remarks.append(said.format(length=shown))
    else:
        values["ends"] = end
        said = translated("ends {end}, computed: {length} from {start}")
        found.remarks.append(said.format(end=end, length=shown, start=start))


def _length(length: tuple[int, str]) -> str:
    number, unit = length
    if unit == "y":
        return (translated("{count} year") if number == 1 else translated("{count} years")).format(
            count=number
        )
    return (translated("{count} month") if number == 1 else translated("{count} months")).format(
        count=number
    )


def _finish(found: Timed) -> None:
    """Look for contradictions in what was taken."""
    values = found.values
    if values.get("term") == "open" and "ends" in values:
        what = translated("it is without end, and ends {end}").format(end=values["ends"])
        found.looks.append(Look("contradiction", what))
    for first in ("signed", "starts"):
        if (
            first in values
            and "ends" in values
            and bounds(values[first])[0] > bounds(values["ends"])[1]
        ):
            what = translated("it ends {end}, before {start}").format(
                end=values["ends"], start=values[first]
            )
            found.looks.append(Look("contradiction", what))
            return


def _doubtful(label: str, doubt: Doubt) -> Look:
    if not doubt.readings:
        what = translated("{column}: '{value}' is no date that exists").format(
            column=label, value=doubt.text
        )
        return Look("date", what)
    readings = translated(" or ").join(doubt.readings)
    what = translated("{column}: '{value}' may be {readings}").format(
        column=label, value=doubt.text, readings=readings
    )
    return Look("date", what, f"[dates] {doubt.setting}" if doubt.setting else "")


def _not_understood(field: str, label: str, text: str) -> Look:
    shown = text if len(text) <= 80 else f"{text[:80]}…"
    what = translated("{column}: '{value}' is not understood").format(column=label, value=shown)
    if field == "renews":
        return Look("renewal", what, setting("renews", shown, "automatic"))
    return Look("date", what)
