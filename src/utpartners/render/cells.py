"""Text measured and broken in cells of a terminal, of which a wide character takes two.

The cells of a text are those that Rich counts. Its tables are only imported for a text that has
other letters than those of the Latin alphabets, each of which takes one cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NARROW = re.compile("[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u25fc]*")
"""Letters, punctuation, arrows and boxes of one cell each; no accents that stand for themselves."""

LONGEST_WORD = 40
"""Cells of a word that a column is kept wide enough for; a longer one may be broken."""

LONGEST_WIDE_WORD = 12
"""The same for words of Chinese and Japanese, which may be broken anywhere."""

MORE = " …"

DOT = " · "
"""What stands between facts on one line."""


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    if NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int, align: str = "left", painted: str = "") -> str:
    """Return a text with the blanks that fill a width; ``painted`` is the same text in colour."""
    blanks = width - cells(text)
    shown = painted or text
    if align == "right":
        return " " * blanks + shown
    before = blanks // 2 if align == "center" else 0
    return " " * before + shown + " " * (blanks - before)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width; a word is broken only if it fills a line."""
    if cells(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        if _is_wide(word) or cells(word) > width:
            # Chinese and Japanese have no blanks: what a line still holds is filled with them.
            *full, line = _broken(longer, width)
            lines += full
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _is_wide(word: str) -> bool:
    return NARROW.fullmatch(word) is None and cells(word) > len(word)


_UNIT = re.compile(
    r"[「『（［｛〈《]*(?:[!-~\xc0-\u024f]+|.)[、。，．」』）］｝〉》・：；！？ー]*", re.DOTALL
)
"""What is not broken: a Latin word or one letter, with the signs that may not stand alone."""


def _broken(text: str, width: int) -> list[str]:
    """Return a text without blanks between its words in lines of at most a width."""
    if NARROW.fullmatch(text):
        return [text[first : first + width] for first in range(0, len(text), width)]
    from rich.cells import chop_cells

    lines, size = [""], 0
    for unit in _UNIT.findall(text):
        size += cells(unit)
        if size <= width:
            lines[-1] += unit
        elif cells(unit) <= width:
            lines.append(unit)
            size = cells(unit)
        else:
            lines[-1:] = chop_cells(lines[-1] + unit, width)
            size = cells(lines[-1])
    return [line.strip(" ") for line in lines]


def listed(items: Sequence[str], width: int) -> list[str]:
    """Return short texts with commas in lines of at most a width, none of them broken inside."""
    lines: list[str] = []
    separator = translated(", ")
    comma = separator.rstrip(" ")
    blank = separator[len(comma) :]
    for place, item in enumerate(items):
        text = item if place == len(items) - 1 else f"{item}{comma}"
        if lines and cells(f"{lines[-1]}{blank}{text}") <= width:
            lines[-1] += f"{blank}{text}"
        else:
            lines += wrapped(text, width)
    return lines or [""]


def dotted(facts: Iterable[str], width: int) -> list[str]:
    """Return facts with dots between them in lines of at most a width.

    A fact that is itself facts with dots is broken at these first.
    """
    lines: list[str] = []
    for fact in DOT.join(facts).split(DOT):
        if lines and cells(f"{lines[-1]}{DOT}{fact}") <= width:
            lines[-1] += f"{DOT}{fact}"
        else:
            lines += wrapped(fact, max(1, width))
    return lines


def elided(items: Sequence[str], width: int) -> str:
    """Return as many short texts as a width holds, and how many more there are: ``a, b +3``."""
    comma = translated(", ")
    for count in range(len(items), 0, -1):
        more = len(items) - count
        text = comma.join(items[:count]) + (f" +{more}" if more else "")
        if cells(text) <= width:
            return text
    return f"+{len(items)}" if items else ""


def cut(text: str, width: int) -> str:
    """Return the beginning of a text that a width holds; ``…`` stands for the rest."""
    if cells(text) <= width:
        return text
    return wrapped(text, width - cells(MORE))[0] + MORE


def longest_word(text: str) -> int:
    """Return the cells of the longest word that a line of the text should not break."""
    most = 0
    for word in text.split(" "):
        limit = LONGEST_WIDE_WORD if _is_wide(word) else LONGEST_WORD
        most = max(most, min(cells(word), limit))
    return most
