"""The words that a whole catalogue uses, in its own order, whatever part of it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.store import Store

_STATUSES = "SELECT status FROM partnership GROUP BY status ORDER BY min(pk)"
_KINDS = "SELECT kind FROM activity GROUP BY kind ORDER BY count(*) DESC, min(pk)"


def statuses(store: Store) -> Iterator[str]:
    """Give the statuses of a catalogue's partnerships; nothing is asked before the first."""
    yield from (status for (status,) in store.rows(_STATUSES))


def kinds(store: Store) -> Iterator[str]:
    """Give the kinds of a catalogue's activities, the most frequent first."""
    yield from (kind for (kind,) in store.rows(_KINDS))
