"""Suggest the names most like a text that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import normalize
from ..similarity import ALIKE, ALIKE_WORD, likeness, nearest_texts
from .find import LONGEST_NAME, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.store import Store
    from .find import Match

LIKE_WORDS, LIKE_NAMES = 20, 500
"""Words that are looked at for each word typed, and names that have them."""

MANY_NAMES = 500_000
"""Number of names from which their words are too many to compare each with what was typed."""

SURE_LETTERS = 2
"""Letters at the start of a word that are then taken to be typed right."""

_SIZE = "SELECT max(pk) FROM spelling"

# Each step seeks the next different word in the index: DISTINCT would read every entry of it.
_VOCABULARY = """
WITH RECURSIVE known (word) AS (
  SELECT min(word) FROM word WHERE word >= :start
  UNION ALL
  SELECT (SELECT min(w.word) FROM word w WHERE w.word > known.word) FROM known
  WHERE known.word < :start || char(0x10ffff)
)
SELECT word FROM known WHERE word < :start || char(0x10ffff) LIMIT :most
"""

_NAMES_WITH = """
SELECT s.kind, s.record, s.text, count(*) AS shared
FROM json_each(:words) AS near JOIN word w ON w.word = near.value
JOIN spelling s ON s.pk = w.spelling
WHERE s.kind IN (SELECT value FROM json_each(:kinds))
GROUP BY s.pk ORDER BY shared DESC, s.pk LIMIT :limit
"""


def nearest(store: Store, kinds: Sequence[str], text: str, limit: int = 5) -> list[Match]:
    """Return the records with the names most like a text, best first; none if nothing is near.

    Words like those typed are looked for first, then the names that have them.
    """
    typed = normalize.words(text) if len(text) <= LONGEST_NAME else []
    if not typed:
        return []
    store.require_spellings(kinds)
    (names,) = store.one(_SIZE) or (0,)
    # Among very many names, an error in the first letters is not looked for: it would take seconds.
    letters = 0 if (names or 0) < MANY_NAMES else SURE_LETTERS
    near = [
        word
        for one in typed
        for word in nearest_texts(one, _vocabulary(store, one[:letters]), LIKE_WORDS, ALIKE_WORD)
    ]
    bound = {"words": near, "kinds": list(kinds), "limit": LIKE_NAMES}
    scored = [
        (likeness(typed, normalize.words(name)), (kind, record, name))
        for kind, record, name, _ in store.rows(_NAMES_WITH, bound)
    ]
    best = sorted((one for one in scored if one[0] >= ALIKE), key=lambda one: -one[0])
    return distinct(row for _, row in best)[:limit]


def _vocabulary(store: Store, start: str) -> Iterator[str]:
    """Return the different words of all names that start so, MANY_NAMES at most."""
    bound = {"start": start, "most": MANY_NAMES}
    return (word for (word,) in store.rows(_VOCABULARY, bound))
