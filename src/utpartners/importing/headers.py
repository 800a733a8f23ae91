"""Say what the words of a header mean: the field that a column holds."""

from __future__ import annotations

from functools import cache

from ..names.university_words import words_of
from .header_words import HEADERS

FIELDS = (
    "partner", "names", "aliases", "abbreviation", "country", "city", "website", "ror", "school",
    "department", "status", "since", "kind", "title", "id", "signed", "starts", "ends",
    "ended", "period", "term", "renews", "notice", "out", "in", "person", "email", "document",
    "note", "agreement", "ignore",
)  # fmt: skip
"""What a column may hold."""

REPEATED = frozenset(("department", "note", "agreement", "ignore", "names", "aliases", "school"))
"""What several columns may hold together."""

UNUSED = ("region", "number")


@cache
def known_headers() -> dict[str, str]:
    """Return what a column holds by its folded header; the first mention counts."""
    found: dict[str, str] = {}
    for field, words in HEADERS.items():
        for text in words:
            found.setdefault(fold(text), field)
    return found


def fold(text: str) -> str:
    """Return a header without case, width, accents and punctuation."""
    return " ".join(words_of(text)) or text.strip()
