"""Fonts that have the letters of a text: matplotlib's own, then those of the machine."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from ...errors import UtpartnersError
from ...i18n import language

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "DejaVu Sans"
"""Comes with matplotlib. It has Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic."""

_JAPANESE = (
    "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "IPAexGothic", "IPAGothic",
    "BIZ UDGothic", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic", "Meiryo",
    "MS Gothic", "TakaoGothic", "VL Gothic",
)  # fmt: skip
_CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "SimHei")
_TAIWANESE = ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei")
_KOREAN = ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic")

BY_LANGUAGE = {"ja": _JAPANESE, "zh": _CHINESE, "zh-hant": _TAIWANESE, "ko": _KOREAN}
"""Fonts that are asked first: the same Han character is drawn differently in each language."""

WHAT_TO_INSTALL = (
    "Install a font that has them, such as Noto Sans CJK for Japanese, Chinese and Korean\n"
    "(Debian: apt install fonts-noto-cjk; others: https://fonts.google.com/noto)."
)


@lru_cache(maxsize=10_000)
def families(text: str) -> tuple[str, ...]:
    """The fonts that together have every character of a text, the first one first.

    Raises UtpartnersError where no font of this machine has one.
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
        raise UtpartnersError(f"no font here has {_named(missing)}", WHAT_TO_INSTALL)
    return tuple(chosen)


def drawable(text: str) -> str:
    """Text in which what no font can have (unassigned, private) is written out: ``\\ue000``."""
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in ("Cn", "Co") else letter
        for letter in text
    )


def _lacking(letters: frozenset[str], family: str) -> frozenset[str]:
    has = _letters(family)
    return frozenset(one for one in letters if ord(one) not in has)


def _candidates() -> Iterator[str]:
    """The installed fonts, those for the language of the answer first, then by name."""
    installed = _installed()
    tag = language().lower()
    own = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0], ())
    known = (*own, *_JAPANESE, *_CHINESE, *_TAIWANESE, *_KOREAN)
    yield from (family for family in dict.fromkeys(known) if family in installed)
    yield from (family for family in sorted(installed) if family not in known)


@cache
def _installed() -> dict[str, Any]:
    """The fonts of the machine with upright letters of normal weight, by their family."""
    from matplotlib.font_manager import fontManager

    found: dict[str, Any] = {}
    for entry in sorted(fontManager.ttflist, key=lambda entry: (entry.fname, entry.index)):
        if entry.style == "normal" and 300 <= _weight(entry.weight) <= 500:
            found.setdefault(entry.name, entry)
    return {name: entry for name, entry in found.items() if not name.startswith((".", "Last"))}


def _weight(weight: int | str) -> int:
    from matplotlib.font_manager import weight_dict

    return weight if isinstance(weight, int) else weight_dict.get(weight, 400)


@cache
def _letters(family: str) -> frozenset[int]:
    """The characters that a font draws; none where it cannot be read."""
    from matplotlib.font_manager import FontPath, get_font

    entry = _installed()[family]
    try:
        font = get_font(FontPath(entry.fname, entry.index))
        return frozenset(font.get_charmap()) if font.scalable else frozenset()
    except (OSError, RuntimeError):
        return frozenset()


def _named(letters: frozenset[str]) -> str:
    shown = " ".join(sorted(letters)[:10])
    more = f" and {len(letters) - 10} more" if len(letters) > 10 else ""
    return f"the characters {shown}{more}" if len(letters) > 1 else f"the character {shown}"
