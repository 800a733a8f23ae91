"""Lines of plain text that fit the terminal: paragraphs, and rows of two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .terminal import cells, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

WIDEST = 100
"""Cells of the longest line: longer ones are hard to read."""

LEFT = 36
"""Cells of the widest left column; what is longer has its text on the next line."""

GAP = "  "

CLOSING = "、。，．）」』：；！？ー々っゃゅょッャュョ"
"""Letters that do not stand at the start of a line in Japanese."""


def filled(text: str, indent: str = "", strong: Callable[[str], str] = str) -> Iterator[str]:
    """Yield a paragraph in lines that fit; ``strong`` is applied to the first."""
    room = min(width(), WIDEST) - len(indent)
    for number, line in enumerate(_broken(text, max(room, 10))):
        yield f"{indent}{line if number else strong(line)}"


def in_rows(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield rows of two columns: what is explained, then its explanation."""
    rows = list(pairs)
    lefts = [cells(left) for left, _ in rows]
    column = max((one for one in lefts if one <= LEFT), default=8)
    for left, right in rows:
        is_alone = cells(left) > column
        if is_alone:
            yield f"{GAP}{left}"
        indent = " " * (len(GAP) + column + len(GAP))
        first, *rest = list(filled(right, indent)) or [""]
        start = indent if is_alone else f"{GAP}{_padded(left, column)}{GAP}"
        yield (start + first[len(indent) :]).rstrip()
        yield from rest


def in_columns(pairs: Sequence[tuple[str, str]], longest: int) -> Iterator[str]:
    """Yield pairs in as many columns as fit, read from top to bottom; names have one width."""
    entries = [f"{GAP}{_padded(name, longest)}{GAP}{text}" for name, text in pairs]
    column = max(map(cells, entries), default=1)
    count = max(1, min(2, width() // column))
    height = -(-len(entries) // count)
    middle = max(column, min(width(), 80) // 2)
    for row in range(height):
        shown = entries[row::height]
        yield "".join(_padded(entry, middle) for entry in shown).rstrip()


def _padded(text: str, size: int) -> str:
    return text + " " * (size - cells(text))


def _broken(text: str, room: int) -> Iterator[str]:
    """Yield a text in lines of so many cells, broken at blanks and between wide letters."""
    line = ""
    for piece in _pieces(text):
        if line and cells((line + piece).rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Yield what may not be broken: words with the blank after them, and single wide letters."""
    piece = ""
    for letter in text:
        is_wide = not letter.isascii() and cells(letter) > 1
        may_end = bool(piece) and (piece[-1] == " " or is_wide or cells(piece[-1]) > 1)
        if may_end and letter not in CLOSING and letter != " ":
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece
