"""Fonts that have the letters of a text: the one of matplotlib first, then the installed ones."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from ..errors import UtpartnersError
from ..i18n import language, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "DejaVu Sans"
"""Comes with matplotlib; has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic."""

_JAPANESE = (
    "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "IPAexGothic", "IPAGothic",
    "BIZ UDGothic", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic", "Meiryo",
    "MS Gothic", "TakaoGothic", "VL Gothic",
)  # fmt: skip
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei")
_TAIWANESE = ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic")

BY_LANGUAGE = {"ja": _JAPANESE, "zh": _CHINESE, "zh-hant": _TAIWANESE, "ko": _KOREAN}
"""Fonts that are tried first: the same Han character is drawn differently in each language."""


def _what_to_install() -> str:
    return translated(
        "Install a font with these characters, such as Noto Sans CJK for Japanese, Chinese and "
        "Korean\n(Debian: apt install fonts-noto-cjk; others: https://fonts.google.com/noto)."
    )


@lru_cache(maxsize=10_000)
def families(text: str) -> tuple[str, ...]:
    """Return the fonts that together have every character of a text, in the order of preference.

    Raises UtpartnersError where no installed font has a character.
    """
    chosen, missing = [OWN], _lacking(frozenset(text), OWN)
    for family in _candidates():
        if not missing:
            break
        left = _lacking(missing, family)
        if left != missing:
            chosen.append(family)
            missing = left
    if missing:
        raise UtpartnersError(_without_font(missing), _what_to_install())
    return tuple(chosen)


def drawable(text: str) -> str:
    """Return text in which characters that no font can have are written out: ``\\ue000``.

    These are unassigned and private characters; nobody could install a font for them.
    """
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in ("Cn", "Co") else letter
        for letter in text
    )


def _lacking(letters: frozenset[str], family: str) -> frozenset[str]:
    has = _letters(family)
    return frozenset(one for one in letters if ord(one) not in has)


def _candidates() -> Iterator[str]:
    """Yield the installed fonts, those for the language of the answer first, then by name."""
    installed = _installed()
    tag = language().lower()
    own = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0], ())
    known = (*own, *_JAPANESE, *_CHINESE, *_TAIWANESE, *_KOREAN)
    yield from (family for family in dict.fromkeys(known) if family in installed)
    yield from (family for family in sorted(installed) if family not in known)


@cache
def _installed() -> dict[str, Any]:
    """Return the installed fonts with upright letters of normal weight, by family."""
    from matplotlib.font_manager import fontManager

    found: dict[str, Any] = {}
    for entry in sorted(fontManager.ttflist, key=lambda entry: (entry.fname, entry.index)):
        if entry.style == "normal" and 300 <= _weight(entry.weight) <= 500:
            found.setdefault(entry.name, entry)
    # A leading dot marks fonts that macOS keeps to itself; LastResort has a box for every letter.
    return {name: entry for name, entry in found.items() if not name.startswith((".", "Last"))}


def _weight(weight: int | str) -> int:
    from matplotlib.font_manager import weight_dict

    return weight if isinstance(weight, int) else weight_dict.get(weight, 400)


@cache
def _letters(family: str) -> frozenset[int]:
    """Return the code points that a font has; none where it cannot be read."""
    from matplotlib.font_manager import FontPath, get_font

    entry = _installed()[family]
    try:
        font = get_font(FontPath(entry.fname, entry.index))
        return frozenset(font.get_charmap()) if font.scalable else frozenset()
    except (OSError, RuntimeError):
        return frozenset()


def _without_font(letters: frozenset[str]) -> str:
    if len(letters) == 1:
        return translated("no installed font has the character {letters}", letters=min(letters))
    shown, more = " ".join(sorted(letters)[:10]), len(letters) - 10
    if more <= 0:
        return translated("no installed font has the characters {letters}", letters=shown)
    return translated(
        "no installed font has the characters {letters} and {count} more",
        letters=shown,
        count=more,
    )
