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
    """The words that matter, folded, in their order; empty for text without letters or digits."""
    folded = _JOINER.sub("", _folded(text))
    found = [word for word in _SEPARATOR.split(folded) if word]
    return [word for word in found if word not in FILLERS] or found


def key(words: list[str]) -> str:
    """One run of folded letters and digits: equal for ``GS A&S``, ``gs-as`` and ``GSAS``."""
    return "".join(words)


def unordered(words: list[str]) -> str:
    """The words in alphabetical order: equal for names whose words stand in another order."""
    return " ".join(sorted(words))


def slug(text: str) -> str:
    """Words joined by hyphens, as ids are written: ``gs-as`` for ``GS A&S``."""
    return "-".join(words(text))


def entries(words: list[str]) -> set[str]:
    """What the index of words holds for a name, so that each part of it starts an entry."""
    found = set(words)
    for word in words:
        if not word.isascii():
            found.update(word[i:] for i in range(1, len(word)) if is_unspaced(word[i]))
    return found


def _folded(text: str) -> str:
    """Lower case without accents and width; marks that make other letters (が) stay."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(UNFOLDED.get(c, c) for c in bare if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFKC", bare)


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that writes words without blanks between them."""
    return any(first <= letter <= last for first, last in UNSPACED)
