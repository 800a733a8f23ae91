"""A progress bar on stderr for what takes more than a moment."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds that pass before there is a bar."""


def tracked(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items as they are, with a bar on stderr once they have taken a second."""
    start = monotonic()
    iterator = iter(items)
    done = 0
    for item in iterator:
        yield item
        done += 1
        if monotonic() - start > PATIENCE:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total or None, completed=done)
        for item in iterator:
            yield item
            progress.advance(task)
