"""The words that a whole catalogue uses, in its own order, whatever part of it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..store.distinct import FOUND_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..store.store import Store


# The table without "main." is the one with names in the language in use.
STATUSES = f"""{FOUND_STATUSES}
SELECT id, name FROM (
  SELECT known.id, max(named.name) AS name, 0 AS is_found, min(known.pk) AS place
  FROM main.status known CROSS JOIN status named ON named.pk = known.pk GROUP BY known.id
  UNION ALL SELECT value, NULL, 1, (SELECT p.pk FROM main.partnership p
    WHERE p.status COLLATE NOCASE = value AND p.status = value ORDER BY p.pk LIMIT 1)
  FROM found WHERE value IS NOT NULL AND value NOT IN (SELECT id FROM main.status)
) ORDER BY is_found, place
"""  # noqa: S608
"""The statuses and their names: the ``[[status]]`` records, then any others in use."""

RANK = "coalesce((SELECT min(s.pk) FROM main.status s WHERE s.id = {status}), 1e18)"
"""SQL by which a status is sorted: its place among ``[[status]]``, or after all of them."""

_NAMED_STATUSES = """
SELECT known.id, named.name FROM main.status known CROSS JOIN status named ON named.pk = known.pk
WHERE known.name IS NOT NULL ORDER BY known.pk DESC
"""

_KINDS = "SELECT kind FROM activity GROUP BY kind ORDER BY count(*) DESC, min(pk)"


def statuses(store: Store) -> Iterator[str]:
    """Give the statuses of a catalogue: its ``[[status]]`` records, then any others it has.

    Nothing is asked before the first.
    """
    yield from (status for status, _ in store.rows(STATUSES))


def status_names(store: Store) -> Callable[[], Mapping[str, str]]:
    """Return what gives the names of statuses that have one, by what data has; read when called."""
    return lambda: dict(store.rows(_NAMED_STATUSES))


def status_words(store: Store) -> Callable[[str], str]:
    """Return what says a status as people see it: by its name, or in the reader's language."""
    from ..vocabulary import word  # only screens speak the reader's language

    names = status_names(store)()
    return lambda status: names.get(status) or word(status)


def kinds(store: Store) -> Iterator[str]:
    """Yield the kinds of a catalogue's activities, the most frequent first.

    Nothing is asked until a picture wants to know: all activities are read for it.
    """
    yield from (kind for (kind,) in store.rows(_KINDS))
