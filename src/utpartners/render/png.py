"""Pictures as PNG, 300 dots to the inch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pictures import drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen


def render(answer: Answer, screen: Screen) -> Iterator[bytes]:
    """The picture of an answer."""
    return drawn(answer, "png")
