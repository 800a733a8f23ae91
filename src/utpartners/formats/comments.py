"""The comments of a TOML file, which are lost when it is written from records."""

from __future__ import annotations

import re

from .positions import STRING

_PIECE = re.compile(rf"(?xs) {STRING} | (?P<comment> \#[^\r\n]* )")


def has_comments(path: str) -> bool:
    """Return whether a file has comments of TOML; False where it cannot be read as text."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError):
        return False
    return any(piece["comment"] for piece in _PIECE.finditer(text))


def comments_in(text: str) -> list[str]:
    """Return the comments of a text, each with its mark."""
    return [piece["comment"].rstrip() for piece in _PIECE.finditer(text) if piece["comment"]]
