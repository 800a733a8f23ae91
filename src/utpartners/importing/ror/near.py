"""Find the organisations whose names are most like one that none of them has: candidates only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import normalize
from ...names.university_words import words_of
from ...similarity import ALIKE_WORD, likeness, nearest_texts

if TYPE_CHECKING:
    from .index import Index
    from .organisation import Organisation

MOST_CANDIDATES = 5

MOST_LOOKED_AT = 20
"""Organisations with similar names, of which those in the country are taken."""

LEAST = 80
"""Score from which a name is a candidate: more than for a suggestion, as each has to be read."""

RARE = 400
"""Names that have a word by which others are looked for."""

LIKE_WORDS = 10
"""Words that are looked up for one that no name has."""

_COUNTS = """
SELECT typed.value, (SELECT count(*) FROM (SELECT 1 FROM word WHERE word = typed.value LIMIT :most))
FROM json_each(:words) AS typed
"""

_WITH_WORD = """
SELECT DISTINCT s.record, s.text FROM json_each(:words) AS typed
JOIN word w ON w.word = typed.value JOIN spelling s ON s.pk = w.spelling
WHERE s.kind = 'organisation'
"""


def near(index: Index, name: str, country: str | None) -> list[Organisation]:
    """Return the organisations with the names most like a name, in a country if that is known."""
    words = words_of(name)
    if not words or len(name) > normalize.LONGEST_NAME:
        return []
    bound = {"words": words, "most": RARE + 1}
    counts: dict[str, int] = dict(index.rows(_COUNTS, bound))
    best = _best(words, index, [word for word in words if 0 < counts[word] <= RARE])
    if not best:  # the words that tell it apart may be misspelt
        unknown = [word for word in words if not counts[word]]
        best = _best(words, index, [like for word in unknown for like in _like(index, word)])
    known = index.organisations(best)
    return [one for one in known if country is None or country in one.countries][:MOST_CANDIDATES]


def _like(index: Index, word: str) -> list[str]:
    return nearest_texts(word, index.vocabulary, LIKE_WORDS, ALIKE_WORD)


def _best(words: list[str], index: Index, rare: list[str]) -> list[int]:
    """Return the keys of the organisations with a rare word whose names are most like the words."""
    scored: dict[int, float] = {}
    for key, text in index.rows(_WITH_WORD, {"words": rare}):
        score = _both_ways(words, normalize.words(text))
        if score >= LEAST:
            scored[key] = max(score, scored.get(key, 0))
    return sorted(scored, key=lambda key: (-scored[key], key))[:MOST_LOOKED_AT]


def _both_ways(one: list[str], other: list[str]) -> float:
    """Return how much all words of both names are like those of the other."""
    return (likeness(one, other) + likeness(other, one)) / 2 if other else 0
