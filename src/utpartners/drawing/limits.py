"""How much a picture may show at most, and the error for more."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from ..errors import UtpartnersError
from ..i18n import alternatives, translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")

NARROWER = ("--status", "--country", "--dept")
"""The options that narrow most answers down."""


def at_most(
    most: int, limit: str, items: Iterable[T], options: Sequence[str] = NARROWER
) -> list[T]:
    """Return the items as a list. Raises UtpartnersError for more than ``most``."""
    kept = list(islice(items, most + 1))
    if len(kept) > most:
        raise too_much(limit, options)
    return kept


def too_much(limit: str, options: Sequence[str] = NARROWER) -> UtpartnersError:
    """Return the error for an answer that does not fit a picture; ``options`` narrow it down."""
    return UtpartnersError(
        translated("a picture with more than {limit} would be unreadable", limit=limit),
        narrower(options),
    )


def narrower(options: Sequence[str] = NARROWER) -> str:
    """Return the hint that says how to draw less."""
    return translated(
        "Select a part with {options}, or use another format, such as -f csv.",
        options=alternatives(options),
    )
