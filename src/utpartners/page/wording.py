"""What the page says in words: headings of activities, and names that are short enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from ..time_words import first_year, heading_of_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers import Facts

LONGEST_NAME = 26
"""Cells of a name up to which it is not abbreviated."""
LONGEST_HEAD = 80
"""Cells of a name without an abbreviation that stands above a column, in several lines."""


def newest(activities: Iterable[Facts], phases: Iterable[Facts]) -> list[tuple[str, list[Facts]]]:
    """Return activities under headings: the years, the latest first, phases, undated, planned."""
    years = {phase["number"]: (phase["first"], phase["last"]) for phase in phases}
    found: dict[str, list[Facts]] = {}
    for activity in sorted(activities, key=order_of_time):
        heading = heading_of_time(activity, years.get(activity["phase"]))
        found.setdefault(heading, []).append(activity)
    return list(found.items())


def order_of_time(activity: Facts) -> tuple[bool, bool, bool, int]:
    """Return a sort key: the latest year first, then phases, then what has neither, then plans."""
    when, phase = activity["when"], activity["phase"]
    if when:
        return bool(activity["planned"]), False, False, -int(first_year(when) or 0)
    return bool(activity["planned"]), True, phase is None, phase or 0


def short_name(record: Facts) -> str:
    """Return the name of a record if it is short or has no abbreviation, else that."""
    name: str = record["name"]
    return name if cell_len(name) <= LONGEST_NAME else record["abbreviation"] or name


def cut(text: str, longest: int) -> str:
    """Return a text of at most so many cells, with an ellipsis where something is left out."""
    if cell_len(text) <= longest:
        return text
    return set_cell_size(text, longest - 1).rstrip(" ,;:·、，") + "…"
