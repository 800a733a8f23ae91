"""Tab-separated values: CSV with tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .csv import delimited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as TSV."""
    return delimited(answer, screen, "\t")
