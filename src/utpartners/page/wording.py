"""What the page says in words: times, headings of activities, and names that are short enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers import Facts

STATUSES = ("primary", "prospective")

ACTIVITY_KINDS = (
    "agreement", "conference", "dialogue", "education", "event", "exchange", "forum", "funding",
    "lecture", "network", "office", "research", "seminar", "symposium", "workshop",
)  # fmt: skip

FORMATS = ("in person", "online", "hybrid")

DEPARTMENT_KINDS = ("graduate school", "hospital", "institute", "center", "division", "faculty")

VOCABULARY = (*STATUSES, *ACTIVITY_KINDS, *FORMATS, *DEPARTMENT_KINDS)
"""Words of catalogues that the page translates; any other word is shown as it is."""

LONGEST_NAME = 26
"""Cells of a name up to which it is not abbreviated."""

OPEN = ".."
"""An end of an EDTF interval that is not known."""


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


def by_time(activities: Iterable[Facts]) -> list[tuple[str, list[Facts]]]:
    """Return activities, which are in order of time, under headings: years, phases, planned."""
    found: dict[str, list[Facts]] = {}
    for activity in activities:
        found.setdefault(_heading(activity), []).append(activity)
    return list(found.items())


def _heading(activity: Facts) -> str:
    if activity["planned"]:
        return translated("Planned")
    if activity["when"]:
        start = activity["when"].partition("/")[0]
        return start[:4] if start[:4].isdigit() else translated("Earlier")
    if activity["phase"] is not None:
        return translated("Phase {number}").format(number=activity["phase"])
    return translated("No date recorded")


def short_name(record: Facts, longest: int = LONGEST_NAME) -> str:
    """Return the name of a record if it is short, else its abbreviation, else its start."""
    name: str = record["name"]
    return name if cell_len(name) <= longest else record["abbreviation"] or cut(name, longest)


def cut(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a text of at most so many cells, with an ellipsis where something is left out."""
    if cell_len(text) <= longest:
        return text
    return set_cell_size(text, longest - 1).rstrip() + "…"
