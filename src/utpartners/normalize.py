"""The normal forms under which a name is found, however people write it.

Case, accents, width, punctuation and the words *the*, *of* and *and* do not tell names apart.
"""

from __future__ import annotations

import re
import unicodedata

UNFOLDED = {"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d"}
"""Latin letters that NFKD keeps whole."""

_JOINER = re.compile(r"(?<=\w)[&'’.](?=\w)")
"""What stands inside one word: A&S, Xi'an, U.K."""

_SEPARATOR = re.compile(r"[\W_]+")
FILLERS = frozenset({"the", "of", "and"})

UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u3005", "\u9fff"),  # kana, Han
    ("\uac00", "\ud7af"),  # Hangul
    ("\uf900", "\ufaff"),  # Han, compatibility
    ("\U00020000", "\U0003ffff"),  # Han, rare
)
"""Scripts in which any run of letters may be asked for, not only the start of a word."""


def words(text: str) -> list[str]:
    """Return the words that matter, folded, in their order; none for text without a letter."""
    folded = _JOINER.sub("", _folded(text))
    found = [word for word in _SEPARATOR.split(folded) if word]
    return [word for word in found if word not in FILLERS] or found


def key(words: list[str]) -> str:
    """Return one run of folded letters and digits: equal for ``GS A&S``, ``gs-as`` and ``GSAS``."""
    return "".join(words)


def unordered(words: list[str]) -> str:
    """Return the words in alphabetical order: equal for names with the same words in any order."""
    return " ".join(sorted(words))


def slug(text: str) -> str:
    """Return the words joined by hyphens, as ids are written: ``gs-as`` for ``GS A&S``."""
    return "-".join(words(text))


def entries(words: list[str]) -> set[str]:
    """Return the entries of the index of words for a name: each part of it starts one."""
    found = set(words)
    for word in words:
        if not word.isascii():
            found.update(word[i:] for i in range(1, len(word)) if is_unspaced(word[i]))
    return found


def _folded(text: str) -> str:
    """Return lower case without accents and width; marks that make other letters (が) stay."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(UNFOLDED.get(c, c) for c in bare if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFKC", bare)


def is_unspaced(letter: str) -> bool:
    """Return whether a letter is of a script that has no blanks between words."""
    return any(first <= letter <= last for first, last in UNSPACED)
