"""What the page says in words: headings of activities, and names that are short enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from ..time_words import heading_of_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..answers import Facts

LONGEST_NAME = 26
"""Cells of a name up to which it is not abbreviated."""


def by_time(activities: Iterable[Facts], phases: Iterable[Facts]) -> list[tuple[str, list[Facts]]]:
    """Return activities, which are in order of time, under headings: years, phases, planned."""
    years = {phase["number"]: (phase["first"], phase["last"]) for phase in phases}
    found: dict[str, list[Facts]] = {}
    for activity in activities:
        heading = heading_of_time(activity, years.get(activity["phase"]))
        found.setdefault(heading, []).append(activity)
    return list(found.items())


def short_name(record: Facts, longest: int = LONGEST_NAME) -> str:
    """Return the name of a record if it is short, else its abbreviation, else its start."""
    name: str = record["name"]
    return name if cell_len(name) <= longest else record["abbreviation"] or cut(name, longest)


def cut(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a text of at most so many cells, with an ellipsis where something is left out."""
    if cell_len(text) <= longest:
        return text
    return set_cell_size(text, longest - 1).rstrip() + "…"
