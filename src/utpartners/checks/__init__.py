"""Rules over a catalogue. Each is a function whose docstring says what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .duplicates import duplicate_ids, duplicate_links
from .references import dangling_references
from .times import impossible_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Problem
    from ..model import Catalogue

CONSISTENCY: tuple[Callable[[Catalogue], Iterator[Problem]], ...] = (
    duplicate_ids,
    duplicate_links,
    dangling_references,
    impossible_times,
)
"""What must hold before a catalogue can be asked at all."""


def consistency_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Every way in which the records of a catalogue contradict each other."""
    for rule in CONSISTENCY:
        yield from rule(catalogue)
