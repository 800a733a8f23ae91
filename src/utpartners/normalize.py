"""The normal forms under which a name is found, however people write it.

Case, accents, width, kana, punctuation, invisible characters and the words *the*, *of* and *and* do
not tell names apart. Names, filters, completion and full-text search all fold text here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

UNFOLDED = {
    "đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th",
    "ħ": "h", "ŧ": "t", "ŋ": "n",
    # Letters and marks that people write as an apostrophe, and read over, as in Hawaii and Xi'an.
    "ʻ": "'", "ʼ": "'", "ʽ": "'", "ʾ": "'", "ʿ": "'", "ʹ": "'", "ˈ": "'", "ˊ": "'", "ˋ": "'",
    "‘": "'", "’": "'", "‛": "'", "′": "'", "‵": "'", "`": "'", "ꞌ": "'", "׳": "'",
}  # fmt: skip
"""Letters that NFKD keeps whole, and what is typed for them."""

DROPPED = (
    ("\u00ad", "\u00ad"),  # soft hyphen
    ("\u0300", "\u036f"),  # accents
    ("\u0591", "\u05bd"), ("\u05bf", "\u05bf"), ("\u05c1", "\u05c2"),  # Hebrew vowels
    ("\u061c", "\u061c"),  # direction
    ("\u0640", "\u0640"), ("\u064b", "\u065f"), ("\u0670", "\u0670"),  # Arabic vowels, tatweel
    ("\u115f", "\u1160"),  # fillers of Hangul, which show nothing
    ("\u180b", "\u180f"),  # variants of Mongolian letters
    ("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"),  # accents, seldom used
    ("\u200b", "\u200f"), ("\u202a", "\u202e"), ("\u2060", "\u206f"),  # zero width, direction
    ("\u20d0", "\u20ff"),  # accents of symbols
    ("\ufe00", "\ufe0f"), ("\ufe20", "\ufe2f"),  # variants, halves of accents
    ("\ufeff", "\ufeff"),  # byte order mark
    ("\U000e0000", "\U000e01ef"),  # tags, variants of Han
)  # fmt: skip
"""Characters that nobody sees, or does not type: they do not tell names apart."""

HIRAGANA, TO_KATAKANA = ("\u3041", "\u3096"), 0x60
"""Hiragana, and how far behind each its katakana is: both spell the same."""

ACUTE = "\u00b4"
"""The accent by itself, which is typed for an apostrophe; NFKD would make a blank of it."""

_FOLDED = {
    **{ord(letter): other for letter, other in UNFOLDED.items()},
    **{code: code + TO_KATAKANA for code in range(ord(HIRAGANA[0]), ord(HIRAGANA[1]) + 1)},
    **{code: None for first, last in DROPPED for code in range(ord(first), ord(last) + 1)},
}

_RANGES = "".join(f"{first}-{last}" for first, last in (*DROPPED, HIRAGANA))
_HAS_FOLDED = f"[{_RANGES}{''.join(UNFOLDED)}]"

JOINER = re.compile(r"[&'.`](?<=\w.)(?=\w)")
"""What stands inside one word: A&S, Xi'an, U.K. The sign first, as few texts have any."""

_WORD = re.compile(r"[^\W_]+")
FILLERS = frozenset({"the", "of", "and"})

LONGEST_NAME = 300
"""Characters of a name that are looked up, and stored to be found by any part."""

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
    found = _WORD.findall(joined(text))
    return [word for word in found if word not in FILLERS] or found


def joined(text: str) -> str:
    """Return a text folded, without what stands inside words."""
    return JOINER.sub("", folded(text))


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
    """Return the entries of the index of words for a name: each part of it starts one.

    Of a word longer than any that is looked up, only the start is entered.
    """
    found = set()
    for word in words:
        word = word[:LONGEST_NAME]
        found.add(word)
        if not word.isascii():
            found.update(word[match.start() :] for match in _unspaced().finditer(word, 1))
    return found


@cache
def _unspaced() -> re.Pattern[str]:
    # Large ranges take a tenth of a start to compile, and few commands need them.
    return re.compile(f"[{''.join(f'{first}-{last}' for first, last in UNSPACED)}]")


def folded(text: str) -> str:
    """Return lower case in one kana, without accents, width and what is invisible.

    Marks that make other letters (ガ) stay.
    """
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.replace(ACUTE, "'")).casefold()
    if re.search(_HAS_FOLDED, bare):  # to look takes a tenth of the time of translate
        bare = bare.translate(_FOLDED)
    return unicodedata.normalize("NFKC", bare)


def is_unspaced(letter: str) -> bool:
    """Return whether a letter is of a script that has no blanks between words."""
    return any(first <= letter <= last for first, last in UNSPACED)
