"""Find the records that have a name, or of whose name a text is a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..normalize import LONGEST_NAME as LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..store.store import Store

MOST_PARTS = 2000
"""Names that are looked at for a part of one; a part of so many is of no use."""

_BY_ID = """
SELECT kind, record, text, role FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
  AND role IN ('id', 'code', 'full id')
GROUP BY kind, record ORDER BY kind, record
"""

# UNION, not OR: each half is then answered from an index of its own.
_BY_NAME = """
SELECT kind, record, text, role FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
UNION
SELECT kind, record, text, role FROM spelling
WHERE unordered = :unordered AND kind IN (SELECT value FROM json_each(:kinds))
"""

# Counting stops at :most: a word in a million names need not be counted to be known as frequent.
_FREQUENCIES = """
SELECT typed.key, (SELECT count(*) FROM (
  SELECT 1 FROM word
  WHERE word BETWEEN json_extract(typed.value, '$[0]') AND json_extract(typed.value, '$[1]')
  LIMIT :most))
FROM json_each(:ranges) AS typed
"""

# CROSS JOIN keeps SQLite from beginning with all names of the kinds.
_WITH_WORD = """
SELECT DISTINCT kind, record, text, role FROM (
  SELECT s.* FROM word w CROSS JOIN spelling s ON s.pk = w.spelling
  WHERE w.word BETWEEN :first AND :last AND s.kind IN (SELECT value FROM json_each(:kinds))
  LIMIT :most)
ORDER BY pk
"""


class Match(NamedTuple):
    """A record that a text may mean."""

    kind: str
    """``partnership``, ``institution``, ``department`` or ``country``."""
    record: int
    """Its key in the table of its kind."""
    text: str
    """The name of it that matched."""
    former_of: tuple[str, int] | None = None
    """Kind and key of the record that was called so before; None for a name in use."""


FORMER = "former"
"""The role of a name that is no longer in use."""


def distinct(rows: Iterable[tuple[str, int, str]]) -> list[Match]:
    """Return one match for each record of rows of kind, key and name: the first one."""
    found: dict[tuple[str, int], Match] = {}
    for kind, record, text in rows:
        found.setdefault((kind, record), Match(kind, record, text))
    return list(found.values())


def _named(rows: Iterable[tuple[str, int, str, str]]) -> list[Match]:
    """Return one match for each record: those with a name in use, else those that had the name."""
    listed = list(rows)
    if found := distinct(row[:3] for row in listed if row[3] != FORMER):
        return found
    return [match._replace(former_of=match[:2]) for match in distinct(row[:3] for row in listed)]


def matches(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Return the records with this very name, or else those of whose name the text is a part."""
    if len(text) > LONGEST_NAME:
        return []
    return exact(store, kinds, text) or part(store, kinds, text)


def exact(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Return the records that have this very name, each once.

    Those of which it is the id or code hide those of which it is another name, and these hide
    those of which it is a former name.
    """
    words = normalize.words(text)
    if not words:
        return []
    store.require_spellings(kinds)
    typed = {"key": normalize.key(words), "unordered": normalize.unordered(words), "kinds": kinds}
    return _named(store.rows(_BY_ID, typed)) or _named(store.rows(_BY_NAME, typed))


def part(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Return the records of which one name has, for each word of the text, a word starting so.

    At most MOST_PARTS names are looked at.
    """
    words = sorted(set(normalize.words(text)))
    ranges = [(word, word if _is_initial(word) else word + LAST) for word in words]
    return _named(with_words(store, kinds, ranges))


def with_words(
    store: Store, kinds: Sequence[str], ranges: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, int, str, str]]:
    """Yield kind, key, name and its role of the records with a name that has a word in each range.

    At most MOST_PARTS names are looked at.
    """
    if not ranges:
        return
    store.require_spellings(kinds)
    # Only the names with the rarest word are read: all other words are compared in Python.
    frequencies = store.rows(_FREQUENCIES, {"ranges": ranges, "most": MOST_PARTS})
    rarest, count = min(frequencies, key=lambda row: row[1])
    if not count:
        return
    first, last = ranges[rarest]
    bound = {"first": first, "last": last, "kinds": list(kinds), "most": MOST_PARTS}
    yield from (row for row in store.rows(_WITH_WORD, bound) if _has_all(row[2], ranges))


LEAST_OF_STEM, ENDING = 8, 3
"""Letters of a word that has a stem, and of its end: mathemat|ics has that of mathemat|ical."""


def stem(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Return the records of which one name has words with the stems of all the words of a text."""
    words = normalize.words(text)
    stems = [
        word[:-ENDING] if len(word) >= LEAST_OF_STEM and word.isascii() else word for word in words
    ]
    return part(store, kinds, " ".join(stems)) if kinds and stems != words else []


def _has_stem(word: str) -> bool:
    return len(word) >= LEAST_OF_STEM and word.isascii() and word.isalpha()


LAST = "\U0010ffff"
"""The character that sorts after all others: words that start so lie between word and word + LAST.

A range, unlike LIKE, is answered from the index in any collation and has no wildcards to escape.
"""


def _has_all(name: str, ranges: Sequence[tuple[str, str]]) -> bool:
    entries = normalize.entries(normalize.words(name))
    return all(any(first <= entry <= last for entry in entries) for first, last in ranges)


def _is_initial(word: str) -> bool:
    """Return whether a word is a single letter of a script with blanks: too short to be a start."""
    return len(word) == 1 and not normalize.is_unspaced(word)
