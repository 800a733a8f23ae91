"""``stats --agreements --by-year``: what was in force at the end of each year, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..agreement_state import VALID
from ..answers import WIDEST, Brief, Column, Table, View
from ..errors import UsageError
from ..i18n import translated
from ..time_words import shown_time
from .agreement_counts import Span, counts
from .record_names import counted_names
from .selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Row
    from ..store.store import Store
    from .agreement_counts import Counts
    from .agreement_days import AskedDays
    from .selection import Selection

_GROUPS = {
    "agreements": "agreements",
    "by kind": "in force by kind",
    "by region": "in force by region",
    "by country": "in force by country",
    "by department": "in force by department",
    "all by state": "all by state",
    "student places in force": "student places in force",
}
"""The groups that are counted, and what the answer calls them."""

_OF_ALL = ("in force", "signed in the year", "ended in the year", "replaced in the year")
"""What is said of all agreements, also where there are none."""

YEARS = 10
"""How many years stand side by side, if no other number is asked for."""

MOST_YEARS = 100

_ITEM, _YEAR = 34, 6
"""Cells of the first column and of each year; a terminal shows as many years as fit."""


def agreement_years(
    store: Store, asked: AskedDays, selection: Selection = EVERYTHING, years: int = YEARS
) -> Table:
    """Return how many agreements were in force at the end of each year, in groups.

    The last year is that of the day asked about, and is counted on that day. Years before the first
    agreement are left out. Raises UsageError for a number of years that is too small or large.
    """
    if not 1 <= years <= MOST_YEARS:
        raise UsageError(
            translated("--years: {number} is not between 1 and {most}").format(
                number=years, most=MOST_YEARS
            ),
            translated("Use --years {number}.").format(number=YEARS),
        )
    spans = _spans(asked.on, years)
    found = counts(store, spans, VALID, selection, tuple(_GROUPS))
    none = [0] * len(spans)
    found["agreements"] = {item: found["agreements"].get(item, none) for item in _OF_ALL}
    first = _first_used(found, len(spans))
    names = [span.first[:4] for span in spans[first:]]
    rows: list[Row] = [
        (_GROUPS[group], item, *numbers[first:])
        for group, items in found.items()
        for item, numbers in items.items()
        if group == "agreements" or any(numbers[first:])
    ]
    return Table(
        (
            Column("group", means="word"),
            Column("item", means="item"),
            *(Column(name, "number") for name in names),
        ),
        rows,
        title=translated("{agreements} by year, to {on}").format(
            agreements=selection.title(store), on=shown_time(asked.on)
        ),
        view=_views(names),
        section="group",
        names=counted_names(store),
        brief=Brief(_views(names)),
        footnotes=_partial(asked.on),
    )


def _spans(on: str, years: int) -> list[Span]:
    """Return the years up to that of a day, each with the day on which it is counted."""
    last = int(on[:4])
    numbers = range(max(0, last - years + 1), last + 1)
    spans = [Span(f"{one:04}-12-31", f"{one:04}-01-01", f"{one:04}-12-31") for one in numbers]
    return [*spans[:-1], spans[-1]._replace(day=on)]


def _first_used(found: Counts, most: int) -> int:
    """Return the place of the first year of which there is anything to say."""
    numbers = [items for group, items in found.items() if group != "all by state"]
    used = (
        n for items in numbers for counts in items.values() for n, one in enumerate(counts) if one
    )
    return min(used, default=most - 1)


def _views(names: Sequence[str]) -> tuple[View, ...]:
    """Return the columns as people see them: the years that fit, the last ones first."""
    years = (
        View(
            name,
            ((f"{{{name}}}",),),
            "right",
            unit=f"{name}: {{value}}",
            widths=(_ITEM + _YEAR * (len(names) - place), WIDEST),
        )
        for place, name in enumerate(names)
    )
    return (View("Item", (("{item}",),)), *years)


def _partial(on: str) -> tuple[str, ...]:
    """Return the footnote on the last year, if it is not over on the day."""
    if on.endswith("12-31"):
        return ()
    note = translated("{year} is counted on {on}, and each earlier year on 31 December.")
    return (note.format(year=on[:4], on=shown_time(on)),)
