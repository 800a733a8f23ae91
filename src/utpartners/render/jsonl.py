"""JSON Lines: an object on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Card
from .json import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as JSON Lines."""
    records = [answer.record()] if isinstance(answer, Card) else answer.records()
    for record in records:
        yield encoded(record) + "\n"
