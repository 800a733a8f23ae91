"""A progress bar on stderr for what takes more than a moment."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds before a bar is shown: one that only flashes up would disturb."""

BETWEEN_LOOKS = 0.1
"""Seconds between two updates of the bar."""


def tracked(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """Yield the items as they are, with a bar on stderr once they have taken a second.

    ``total`` is the number of items, 0 where it is not known. ``doing`` is shown before the bar.
    """
    # A thread draws the bar, so that it also appears while a single item takes long, and counting
    # costs one addition for each item.
    bar = _Bar(total, doing)
    bar.start()
    try:
        for item in items:
            yield item
            bar.done += 1
    finally:
        # Also where the reader of the items stops early: the bar must not stay on the screen.
        bar.close()


class _Bar(Thread):
    """Draws how many items are done, until it is closed."""

    def __init__(self, total: int, doing: str) -> None:
        # A daemon, as an interpreter that ends must not wait for a thread that only draws.
        super().__init__(daemon=True)
        self.done = 0
        self._total = total
        self._doing = doing
        self._closed = Event()

    def run(self) -> None:
        if self._closed.wait(PATIENCE):
            return
        # Most work is done before a bar would be shown, and Rich is slow to import.
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(self._doing, total=self._total or None)
            while not self._closed.wait(BETWEEN_LOOKS):
                progress.update(task, completed=self.done)

    def close(self) -> None:
        """Remove the bar from the screen, and wait for its thread."""
        self._closed.set()
        self.join()
