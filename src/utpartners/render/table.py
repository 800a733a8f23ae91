"""For people: what fits the terminal, or in a pipe aligned text with a record on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as people read it."""
    if screen.terminal:
        from .terminal import drawn

        return drawn(answer, screen.colour)
    from .plain import aligned

    return aligned(answer)
