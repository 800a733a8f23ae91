"""The words that a whole catalogue uses, in its own order, whatever part of it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.store import Store

_STATUSES = """
SELECT id FROM (
  SELECT id, 0 AS is_found, min(pk) AS place FROM status GROUP BY id
  UNION ALL SELECT status, 1, min(pk) FROM partnership
  WHERE status NOT IN (SELECT id FROM main.status) GROUP BY status
) ORDER BY is_found, place
"""
RANK = "coalesce((SELECT min(s.pk) FROM main.status s WHERE s.id = {status}), 1e18)"
"""SQL by which a status is sorted: its place among ``[[status]]``, or after all of them."""

_KINDS = "SELECT kind FROM activity GROUP BY kind ORDER BY count(*) DESC, min(pk)"


def statuses(store: Store) -> Iterator[str]:
    """Give the statuses of a catalogue: its ``[[status]]`` records, then any others it has.

    Nothing is asked before the first.
    """
    yield from (status for (status,) in store.rows(_STATUSES))


def kinds(store: Store) -> Iterator[str]:
    """Yield the kinds of a catalogue's activities, the most frequent first.

    Nothing is asked until a picture wants to know: all activities are read for it.
    """
    yield from (kind for (kind,) in store.rows(_KINDS))
