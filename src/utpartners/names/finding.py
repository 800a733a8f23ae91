"""The records that have a name, or of whose name a text is a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import normalize
from .match import LONGEST_NAME, distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store
    from .match import Match

_BY_ID = """
SELECT kind, record, text FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
  AND role IN ('id', 'code', 'full id')
GROUP BY kind, record ORDER BY kind, record
"""

_BY_NAME = """
SELECT kind, record, text FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
UNION
SELECT kind, record, text FROM spelling
WHERE unordered = :unordered AND kind IN (SELECT value FROM json_each(:kinds))
"""

_FREQUENCIES = """
SELECT typed.key, (SELECT count(*) FROM (
  SELECT 1 FROM word
  WHERE word BETWEEN json_extract(typed.value, '$[0]') AND json_extract(typed.value, '$[1]')
  LIMIT :most))
FROM json_each(:ranges) AS typed
"""

_WITH_WORD = """
SELECT DISTINCT kind, record, text FROM (
  SELECT s.* FROM word w CROSS JOIN spelling s ON s.pk = w.spelling
  WHERE w.word BETWEEN :first AND :last AND s.kind IN (SELECT value FROM json_each(:kinds))
  LIMIT :most)
ORDER BY pk
"""


def exact(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records that have this very name, one match each: an id or code before other names."""
    words = normalize.words(text)
    if not words:
        return []
    store.require_spellings(kinds)
    typed = {"key": normalize.key(words), "unordered": normalize.unordered(words), "kinds": kinds}
    return distinct(store.rows(_BY_ID, typed)) or distinct(store.rows(_BY_NAME, typed))


def part(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records of which one name has a word that starts with each word of the text.

    The names with the rarest word are looked at, MOST_PARTS of them.
    """
    words = sorted(set(normalize.words(text)))
    if not words:
        return []
    store.require_spellings(kinds)
    ranges = [(word, word if _is_initial(word) else word + LAST) for word in words]
    frequencies = store.rows(_FREQUENCIES, {"ranges": ranges, "most": MOST_PARTS})
    rarest, count = min(frequencies, key=lambda row: row[1])
    if not count:
        return []
    first, last = ranges[rarest]
    bound = {"first": first, "last": last, "kinds": list(kinds), "most": MOST_PARTS}
    rows = store.rows(_WITH_WORD, bound)
    return distinct(row for row in rows if _has_all(row[2], ranges))


MOST_PARTS = 2000
"""Names that are looked at for a part of one; a part of so many is of no use."""


def _has_all(name: str, ranges: Sequence[tuple[str, str]]) -> bool:
    entries = normalize.entries(normalize.words(name))
    return all(any(first <= entry <= last for entry in entries) for first, last in ranges)


LAST = "\U0010ffff"
"""The letter that sorts after all others: what starts with a word lies between it and it + LAST."""


def _is_initial(word: str) -> bool:
    """Whether a word is a single letter of a script with blanks: too little to start another."""
    return len(word) == 1 and not normalize.is_unspaced(word)


def find(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records that a text means: those of that very name, else those of which it is a part."""
    if len(text) > LONGEST_NAME:
        return []
    return exact(store, kinds, text) or part(store, kinds, text)
