"""How much texts are alike: the one engine behind every "did you mean", and its bounds.

Scores are percentages of rapidfuzz's ``ratio``: 100 for equal texts, 0 for texts without a common
letter. rapidfuzz is imported when something is first compared, as most starts compare nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALIKE = 60
"""Score from which an id, a key or a whole name is like another."""

ALIKE_WORD = 75
"""Score from which a word of a name is like another: words are short, and much alike by chance."""

MISSPELT = 84
"""Score from which a whole name may be another one with a slip in it."""


LONGEST = 1000
"""Letters of a text up to which others are compared with it: memory grows with their number."""


def nearest_texts(
    text: str, known: Iterable[str], limit: int = 1, least: float = ALIKE
) -> list[str]:
    """Return the known texts that are most like a text, best first, ``limit`` at most.

    ``least`` is the score below which a text is not like another.
    """
    if len(text) > LONGEST:
        return []
    from rapidfuzz import fuzz, process

    found = process.extract(text, known, scorer=fuzz.ratio, limit=limit, score_cutoff=least)
    return [one for one, _, _ in found]


def likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    """Return how much typed words are like those of a name, each compared with its best match.

    Neither may be empty.
    """
    from rapidfuzz import fuzz

    of_words = sum(max(fuzz.ratio(one, other) for other in name) for one in typed) / len(typed)
    # The whole counts a little too: of names with the same words, the one in this order is first.
    return 0.9 * of_words + 0.1 * fuzz.ratio(" ".join(typed), " ".join(name))
