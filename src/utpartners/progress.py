"""How long work reports that it goes on, without knowing of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


class Progress(Protocol):
    """A wrapper of an iterator, which may show how many of its items have been taken."""

    def __call__(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        """Return the items; ``doing`` names the work, ``total`` is 0 where it is not known."""
        ...


def no_progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """Return the items, and show nothing."""
    return iter(items)
