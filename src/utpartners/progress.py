"""How what takes long lets itself be watched, without knowing of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


class Watch(Protocol):
    """Passes items on as they are, and may show how many of how many have gone by."""

    def __call__(self, items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
        """The items; ``doing`` says what is being done with them, a total of 0 is unknown."""
        ...


def unwatched(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items, which nobody watches."""
    return iter(items)
