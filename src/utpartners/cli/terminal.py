"""What a terminal can do and what its user asks of it: width, colour, and the letters it has."""

from __future__ import annotations

import os
import sys
from typing import TextIO

LEAST, USUAL, MOST = 20, 80, 10_000
"""Cells of a line: at least, where nothing says how many, and at most."""

REPLACED = "utpartners.replaced"
"""The error handler of codecs for letters that a terminal has not."""

_ALIKE = {
    **dict.fromkeys("–—‐‑−─━", "-"),
    **dict.fromkeys("•·●", "*"),
    **dict.fromkeys("‘’ʻʼ", "'"),
    **dict.fromkeys("“”", '"'),
    **dict.fromkeys("│┃", "|"),
    **dict.fromkeys("├└┌┐┘┼", "+"),
    "…": ".",
    "▸": ">",
    "×": "x",
    "\u00a0": " ",
}
"""Signs that can be told by another of the same width."""


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream goes to a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # the stream is closed
        return False


def is_dumb() -> bool:
    """Return whether the terminal cannot move its cursor, as that of an editor cannot."""
    return os.environ.get("TERM") == "dumb"


def is_colour_unwanted() -> bool:
    """Return whether the environment asks for no colour, as https://no-color.org says."""
    return bool(os.environ.get("NO_COLOR")) or is_dumb()


def is_colour_forced() -> bool:
    """Return whether the environment asks for colour where there is no terminal, too."""
    values = (os.environ.get(name, "") for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    return not is_colour_unwanted() and any(value not in ("", "0", "false") for value in values)


def prepare() -> None:
    """Make what the environment says of the width usable for all who read it, such as Rich."""
    if (columns := os.environ.get("COLUMNS")) is not None:
        width = _columns(columns)
        if width is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = str(width)


def is_utf8(stream: TextIO) -> bool:
    """Return whether a stream can take every letter."""
    return (stream.encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def replacing() -> str:
    """Return the name of an error handler that keeps the width of what it replaces."""
    import codecs  # most terminals can show every letter

    codecs.register_error(REPLACED, _replace)
    return REPLACED


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_plain(letter, error.encoding) for letter in lost), error.end


def _plain(letter: str, encoding: str) -> str:
    """Return what stands for a letter that an encoding has not: the letter without its accent."""
    import unicodedata

    base = _ALIKE.get(letter) or unicodedata.normalize("NFKD", letter)[:1]
    try:
        base.encode(encoding)
    except UnicodeEncodeError:
        return "?" * cells(letter)
    return base if cells(base) == cells(letter) else "?" * cells(letter)


def width() -> int:
    """Return the cells of a line: those of COLUMNS, else of the terminal, else the usual ones."""
    asked = _columns(os.environ.get("COLUMNS", ""))
    if asked is not None:
        return asked
    try:
        found = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return USUAL
    return max(LEAST, found) if found else USUAL


def _columns(text: str) -> int | None:
    """Return the width that COLUMNS asks for; None for what is no width."""
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(MOST)):
        return None
    number = int(text)
    return max(LEAST, min(MOST, number)) if number else None


def cells(text: str) -> int:
    """Return how many cells a text takes on a terminal; it has no control characters."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
