"""Fonts that have the letters of a text, among those of Typst and the installed ones."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UtpartnersError
from ..i18n import language, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

SANS = ("Helvetica", "Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans")
"""Fonts that are tried first; their letters are about as wide as those of Helvetica."""

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

BUILT_IN = "Libertinus Serif"
"""Comes with Typst, so that Latin, Greek and Cyrillic text has a font on every machine."""
BUILT_IN_LETTERS = frozenset((*range(0x20, 0x250), *range(0x370, 0x460), *range(0x2010, 0x2030)))
"""What it surely has: its file is inside Typst, and cannot be asked."""


class Face(NamedTuple):
    """The file of a font, and the number of the font there."""

    path: str
    number: int


def stack() -> str:
    """Return the fonts that an SVG asks for, as the ``font-family`` of CSS."""
    tag = language().lower()
    own = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0]) or _JAPANESE
    return ", ".join((*(f"'{name}'" for name in (*SANS, *own)), "sans-serif"))


@lru_cache(maxsize=10_000)
def family(text: str) -> str:
    """Return a font for a text: the first that has all its characters, else the most preferred.

    Typst takes the characters that it lacks from other fonts. Raises UtpartnersError where no font
    has a character.
    """
    letters = frozenset(text)
    missing = letters
    first = ""
    for name in _candidates():
        left = _lacking(letters, name)
        if not left:
            return name
        first = first or name
        missing = missing & left
    if missing:
        raise _no_font(missing)
    return first


def families(text: str) -> list[str]:
    """Return fonts that together have all characters of a long text, the preferred ones first.

    Raises UtpartnersError where no font has a character.
    """
    missing = frozenset(text)
    found: list[str] = []
    for name in _candidates():
        left = _lacking(missing, name)
        if left != missing or not found:
            found.append(name)
        missing = left
        if not missing:
            return found
    raise _no_font(missing)


def _no_font(letters: frozenset[str]) -> UtpartnersError:
    """Return the error for characters that no font has."""
    said = translated("no installed font has {characters}")
    return UtpartnersError(said.format(characters=_named(letters)), _what_to_install(letters))


def _lacking(letters: frozenset[str], family: str) -> frozenset[str]:
    has = _letters(family)
    return frozenset(one for one in letters if ord(one) not in has and not _is_unseen(one))


def _is_unseen(letter: str) -> bool:
    """Return whether a character needs no font: it is invisible, or joins others."""
    return unicodedata.category(letter) in ("Cf", "Mn", "Me", "Zs")


def _candidates() -> Iterator[str]:
    """Yield the fonts, the preferred ones first, then the others by name."""
    installed = _installed()
    tag = language().lower()
    own = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(tag.partition("-")[0], ())
    known = (*SANS, *own, *_JAPANESE, *_CHINESE, *_TAIWANESE, *_KOREAN)
    yield from (name for name in dict.fromkeys(known) if name in installed)
    yield BUILT_IN
    yield from (name for name in sorted(installed) if name not in known)


@cache
def _installed() -> dict[str, Face]:
    """Return the installed fonts with upright letters of normal weight, by family."""
    import typst

    found: dict[str, Face] = {}
    for one in sorted(typst.Fonts().fonts(), key=lambda one: (one.path or "", one.index)):
        if one.path and one.style == "normal" and 300 <= one.weight <= 500:
            found.setdefault(one.family, Face(one.path, one.index))
    # A leading dot marks fonts that macOS keeps to itself; LastResort has a box for every letter.
    return {name: face for name, face in found.items() if not name.startswith((".", "Last"))}


@cache
def _letters(family: str) -> frozenset[int]:
    """Return the code points that a font has; none where it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    if family == BUILT_IN:
        return BUILT_IN_LETTERS
    face = _installed()[family]
    try:
        with TTFont(face.path, fontNumber=face.number, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (OSError, TTLibError):
        return frozenset()


_OF_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
"""How the names of characters begin that the fonts for Chinese, Japanese and Korean have."""


def _what_to_install(letters: frozenset[str]) -> str:
    """Return what to install for characters, with the packages of Debian that have them."""
    packages = dict.fromkeys(map(_package, sorted(letters)))
    return translated(
        "Install a font with these characters, such as Noto Sans CJK for Japanese, Chinese and "
        "Korean\n(Debian: apt install {packages}; others: https://fonts.google.com/noto).",
        packages=" ".join(packages),
    )


def _package(letter: str) -> str:
    """Return the package of Debian with a font that has a character."""
    if unicodedata.name(letter, "").startswith(_OF_CJK):
        return "fonts-noto-cjk"
    is_emoji = unicodedata.category(letter) == "So" and ord(letter) >= 0x1F000
    return "fonts-noto-color-emoji" if is_emoji else "fonts-noto-core"


def _named(letters: frozenset[str]) -> str:
    shown = " ".join(sorted(letters)[:10])
    if len(letters) == 1:
        return translated("the character {character}").format(character=shown)
    more = translated(" and {count} more").format(count=len(letters) - 10)
    said = translated("the characters {characters}").format(characters=shown)
    return said + (more if len(letters) > 10 else "")
