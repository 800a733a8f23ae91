"""A record that a text may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_NAME = 300
"""Letters of the longest name that is looked up as it is; more is certainly no name."""


class Match(NamedTuple):
    """A record whose name was typed."""

    kind: str
    """``partnership``, ``institution``, ``department`` or ``country``."""
    record: int
    """Its key in the table of its kind."""
    text: str
    """The name of it that matched."""


def distinct(rows: Iterable[tuple[str, int, str]]) -> list[Match]:
    """One match for each record, the first one found."""
    found: dict[tuple[str, int], Match] = {}
    for kind, record, text in rows:
        found.setdefault((kind, record), Match(kind, record, text))
    return list(found.values())
