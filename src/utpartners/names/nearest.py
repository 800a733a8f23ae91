"""The names most like a text that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import normalize
from .match import LONGEST_NAME, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.store import Store
    from .match import Match

_SIZE = "SELECT max(pk) FROM spelling"

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
SELECT s.text, s.kind, s.record, count(*) AS shared
FROM json_each(:words) AS near JOIN word w ON w.word = near.value
JOIN spelling s ON s.pk = w.spelling
WHERE s.kind IN (SELECT value FROM json_each(:kinds))
GROUP BY s.pk ORDER BY shared DESC, s.pk LIMIT :limit
"""


def nearest(store: Store, kinds: Sequence[str], text: str, limit: int = 5) -> list[Match]:
    """The records with the names most like a text, best first; none where nothing is much like it.

    Words like those typed are looked for first, then the names that have them.
    """
    from rapidfuzz import fuzz, process

    typed = normalize.words(text) if len(text) <= LONGEST_NAME else []
    if not typed:
        return []
    store.require_spellings(kinds)
    (names,) = store.one(_SIZE) or (0,)
    letters = 0 if (names or 0) < MANY_NAMES else SURE_LETTERS
    near = [
        word
        for one in typed
        for word, _, _ in process.extract(
            one,
            _vocabulary(store, one[:letters]),
            scorer=fuzz.ratio,
            limit=LIKE_WORDS,
            score_cutoff=LIKE_WORD,
        )
    ]
    bound = {"words": near, "kinds": list(kinds), "limit": LIKE_NAMES}
    scored = [
        (likeness(typed, normalize.words(name)), (kind, record, name))
        for name, kind, record, _ in store.rows(_NAMES_WITH, bound)
    ]
    best = sorted((one for one in scored if one[0] >= LIKE), key=lambda one: -one[0])
    return distinct(row for _, row in best)[:limit]


def _vocabulary(store: Store, start: str) -> Iterator[str]:
    """The words of all names that start so, each once, up to as many as can be compared."""
    bound = {"start": start, "most": MANY_NAMES}
    return (word for (word,) in store.rows(_VOCABULARY, bound))


MANY_NAMES = 500_000
"""Names from which on their words are too many to look at for one like that typed."""

SURE_LETTERS = 2
"""Letters at the start of a word that are then taken to be typed right."""


def likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    """How much words are like those of a name, 0 to 100: each typed word to the one most like it.

    The whole counts a little too, so that of names with the same words the nearest is first.
    """
    from rapidfuzz import fuzz

    of_words = sum(max(fuzz.ratio(one, other) for other in name) for one in typed) / len(typed)
    return 0.9 * of_words + 0.1 * fuzz.ratio(" ".join(typed), " ".join(name))


LIKE, LIKE_WORD = 60, 75
"""Scores (0 to 100) from which names, and words of them, count as alike."""
LIKE_WORDS, LIKE_NAMES = 20, 500
"""Words that are looked at for each word typed, and names that have them."""
