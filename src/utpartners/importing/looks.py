"""What a person has to look at in a row, and what can be written in the map about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TOPICS: dict[str, Callable[[], tuple[str, str]]] = {
    "date": lambda: (translated("{count} unclear date"), translated("{count} unclear dates")),
    "country": lambda: (
        translated("{count} unknown country"),
        translated("{count} unknown countries"),
    ),
    "partner": lambda: (
        translated("{count} unclear partner"),
        translated("{count} unclear partners"),
    ),
    "department": lambda: (
        translated("{count} unclear department"),
        translated("{count} unclear departments"),
    ),
    "status": lambda: (
        translated("{count} unknown status"),
        translated("{count} unknown statuses"),
    ),
    "renewal": lambda: (
        translated("{count} unclear renewal"),
        translated("{count} unclear renewals"),
    ),
    "value": lambda: (translated("{count} unclear value"), translated("{count} unclear values")),
    "contradiction": lambda: (
        translated("{count} contradiction"),
        translated("{count} contradictions"),
    ),
}
"""What there may be to look at, counted."""


class Look(NamedTuple):
    """Something in a row that a person has to decide."""

    topic: str
    text: str
    """What is unclear, with the value."""
    remedy: str = ""
    """A line of the map that decides it, with its section: ``[countries] "Germny" = "DE"``."""

    @property
    def sentence(self) -> str:
        """The whole in a line."""
        return f"{self.text} → {self.remedy}" if self.remedy else self.text


def counted(topic: str, count: int) -> str:
    """Return a number of things to look at: ``14 unclear dates``."""
    one, several = TOPICS[topic]()
    return (one if count == 1 else several).format(count=count)


def setting(section: str, key: str, value: str) -> str:
    """Return a line of the map with its section before it."""
    from ..formats.template import quoted

    return f"[{section}] {quoted(key)} = {quoted(value)}"


def list_setting(section: str, key: str, values: Iterable[str]) -> str:
    """Return a line of the map that gives a list, with its section before it."""
    from ..formats.template import quoted

    name = key if key.isidentifier() and key.isascii() else quoted(key)
    return f"[{section}] {name} = [{', '.join(map(quoted, values))}]"
