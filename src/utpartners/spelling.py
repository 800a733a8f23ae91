"""The normal forms under which a name is found, however people write it.

Case, accents, width, punctuation and the words *the*, *of* and *and* do not tell names apart.
"""

from __future__ import annotations

import re
import unicodedata

_UNFOLDED = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"})
"""Latin letters that NFKD keeps whole."""

_ACCENT = re.compile("[\u0300-\u036f]")
"""Combining marks of European scripts; those of Japanese and Burmese make other letters."""

_JOINER = re.compile(r"(?<=\w)[&'’.](?=\w)")  # noqa: RUF001
"""What stands inside one word: A&S, Xi'an, U.K."""

_SEPARATOR = re.compile(r"[\W_]+")
_FILLERS = frozenset({"the", "of", "and"})

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts in which any run of letters may be asked for, not only the start of a word."""


def words(text: str) -> list[str]:
    """The words that matter, folded, in their order; empty for text without letters or digits."""
    folded = _ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    folded = unicodedata.normalize("NFKC", folded).translate(_UNFOLDED)
    found = [word for word in _SEPARATOR.split(_JOINER.sub("", folded)) if word]
    return [word for word in found if word not in _FILLERS] or found


def key(text: str) -> str:
    """One run of folded letters and digits: equal for ``GS A&S``, ``gs-as`` and ``GSAS``."""
    return "".join(words(text))


def unordered(text: str) -> str:
    """The words in alphabetical order: equal for names whose words stand in another order."""
    return " ".join(sorted(words(text)))


def slug(text: str) -> str:
    """Words joined by hyphens, as ids are written: ``gs-as`` for ``GS A&S``."""
    return "-".join(words(text))


def entries(text: str) -> set[str]:
    """What the index of words holds for a name, so that each part of it is the start of an entry."""
    found = set(words(text))
    for word in tuple(found):
        found.update(word[i:] for i in range(1, len(word)) if _UNSPACED.match(word, i))
    return found
