"""The activities of a partnership under the times that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .asked import Record, Span


def in_order_of_time(span: Span) -> tuple[bool, bool, str, str]:
    """What spans are sorted by: what is planned comes last, what has no time before it."""
    return span.is_planned, not span.first_day, span.first_day or "", span.last_day or ""


def by_time(activities: Iterable[Record]) -> list[tuple[str, list[Record]]]:
    """Activities, which are in order of time, under headings: years, phases, what is planned."""
    found: dict[str, list[Record]] = {}
    for activity in activities:
        found.setdefault(_heading(activity), []).append(activity)
    return list(found.items())


def _heading(activity: Record) -> str:
    if activity["planned"]:
        return translated("Planned")
    if activity["when"]:
        start = activity["when"].partition("/")[0]
        return start[:4] if start[:4].isdigit() else translated("Earlier")
    if activity["phase"] is not None:
        return translated("Phase {number}").format(number=activity["phase"])
    return translated("Without a date")
