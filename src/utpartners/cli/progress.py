"""A progress bar on stderr for what takes more than a moment."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds that pass before there is a bar."""

BETWEEN_LOOKS = 0.1
"""Seconds after which the bar is drawn anew."""


def tracked(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items as they are, with a bar on stderr once they have taken a second.

    A thread of its own draws it: so it is there also while a single item takes long, and counting
    costs next to nothing.
    """
    bar = _Bar(total, doing)
    bar.start()
    try:
        for item in items:
            yield item
            bar.done += 1
    finally:
        bar.close()


class _Bar(Thread):
    """Draws how many items are done, until it is closed."""

    def __init__(self, total: int, doing: str) -> None:
        super().__init__(daemon=True)
        self.done = 0
        self._total = total
        self._doing = doing
        self._closed = Event()

    def run(self) -> None:
        if self._closed.wait(PATIENCE):
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(self._doing, total=self._total or None)
            while not self._closed.wait(BETWEEN_LOOKS):
                progress.update(task, completed=self.done)

    def close(self) -> None:
        """Take the bar away."""
        self._closed.set()
        self.join()
