"""The width of text, which is not known before a font draws it: as wide as common fonts need."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..visible import visible

_WIDTHS = {
    "ijl": 222, "'": 191, "|": 260, " !,./:;I[]\\ft": 278, "()-`r{}": 333, '"': 355, "*": 389,
    "^": 469, "Jckvxyzs": 500, "#$0123456789?L_abdeghnopqu": 556, "+<=>~": 584, "FTZ": 611,
    "&ABEKPSVXY": 667, "CDHNRUw": 722, "GOQ": 778, "Mm": 833, "%": 889, "W": 944, "@": 1015,
}  # fmt: skip
"""Thousandths of the font size by character: the metrics of Helvetica, which Arial, Liberation Sans
and Nimbus Sans share.
"""

_OF_LETTER = {letter: width / 1000 for letters, width in _WIDTHS.items() for letter in letters}

WIDER = 1.12
"""How much wider the widest of the common fonts, DejaVu Sans and Verdana, are, as a factor."""
BOLD = 1.08
"""How much wider bold letters are."""


def plain(text: str) -> str:
    """Return text as one line without control characters or characters that no font can have.

    Unassigned and private characters, for which nobody could install a font, are written out:
    ``\\ue000``.
    """
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in ("Cn", "Co", "Cs") else letter
        for letter in visible(" ".join(text.split()))
    )


@lru_cache(maxsize=10_000)
def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return the width of a line of text that no common font exceeds, in the unit of ``size``."""
    return sum(map(_letter, text)) * size * WIDER * (BOLD if is_bold else 1)


def _letter(letter: str) -> float:
    """Return the width of a character as a share of the font size."""
    known = _OF_LETTER.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1 / WIDER  # a square in every font
    base = unicodedata.normalize("NFD", letter)[0]
    return _OF_LETTER.get(base, 0.75 if letter.isupper() else 0.62)


_BEFORE_ELLIPSIS = " ,;:·、，"
"""What an ellipsis does not follow."""


def fitting(text: str, room: float, size: float, *, is_bold: bool = False) -> str:
    """Return a line of text, cut with an ellipsis where it is wider than its room."""
    shown = plain(text)[:400]  # no line has room for more
    if width(shown, size, is_bold=is_bold) <= room:
        return shown
    rest = room - width("…", size, is_bold=is_bold)
    used, kept = 0.0, 0
    for letter in shown:
        used += width(letter, size, is_bold=is_bold)
        if used > rest:
            break
        kept += 1
    return f"{shown[:kept].rstrip(_BEFORE_ELLIPSIS)}…"


def wrapped(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """Return text as at most ``most`` lines, broken at blanks; the last one may be cut."""
    lines: list[str] = []
    line = ""
    words = plain(text).split(" ")
    while words:
        longer = f"{line} {words[0]}" if line else words[0]
        if line and width(longer, size) > room:
            if len(lines) == most - 1:
                break
            lines.append(fitting(line, room, size))
            line = ""
            continue
        line = longer
        words.pop(0)
    return [*lines, fitting(" ".join([line, *words]), room, size)]
