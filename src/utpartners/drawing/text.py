"""The width of text, which is not known before a font draws it: as wide as common fonts need."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from ..normalize import is_unspaced
from ..visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

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


_NOT_FIRST = frozenset("、。，．）」』】〕〉》・：；！？ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_NOT_LAST = frozenset("（「『【〔〈《")
"""What does not stand at the start or at the end of a line of Japanese."""


def wrapped(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """Return text as at most ``most`` lines; only where that is too few is the last one cut.

    Lines are broken at blanks, in scripts without blanks between letters, and in a word that is
    wider than a line.
    """
    shown = plain(text)
    lines, done = [""], 0
    for piece in _pieces(shown, room, size):
        if lines[-1] and width(f"{lines[-1]}{piece}".rstrip(), size) > room:
            if len(lines) == most:
                return [*(line.rstrip() for line in lines[:-1]), fitting(shown[done:], room, size)]
            done += len(lines[-1])
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


MOST_BALANCED = 12
"""Lines up to which a text is balanced: in a longer one nobody sees that."""


def balanced(text: str, room: float, size: float, most: int) -> list[str]:
    """Return text as lines of about the same width, and as few as ``wrapped`` needs."""
    lines = wrapped(text, room, size, most)
    least = room / 2
    while 1 < len(lines) <= MOST_BALANCED and room - least > size / 2:
        middle = (least + room) / 2
        narrower = wrapped(text, middle, size, len(lines) + 1)
        if len(narrower) > len(lines):
            least = middle
        else:
            lines, room = narrower, middle
    return lines


def _pieces(text: str, room: float, size: float) -> Iterator[str]:
    """Return the parts of a text between which a line may be broken."""
    piece = ""
    for letter in text:
        is_apart = letter != " " and not unicodedata.combining(letter)
        if (
            piece
            and is_apart
            and (_may_break(piece[-1], letter) or width(piece + letter, size) > room)
        ):
            yield piece
            piece = ""
        piece += letter
    yield piece


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two letters."""
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before in " –—/" or is_unspaced(before) or is_unspaced(after)
