"""Colours of a terminal, as the few codes that every terminal knows."""

from __future__ import annotations

import re

_CODES = {
    "bold": "1", "dim": "2", "cyan": "36", "green": "32", "magenta": "35",
}  # fmt: skip

_HIT = re.compile("‹[^›]*›")
"""What a search marks in its excerpts."""


class Paint:
    """Colours text where colour is wanted, and leaves it as it is elsewhere."""

    def __init__(self, is_wanted: bool) -> None:
        self.is_wanted = is_wanted

    def __call__(self, text: str, style: str) -> str:
        """Return a text in a style such as ``bold cyan``; the hits in it stand out."""
        if not self.is_wanted or not text:
            return text
        if "‹" in text:
            text = _HIT.sub(lambda hit: f"\x1b[1;35m{hit[0]}\x1b[0m{_begin(style)}", text)
        return f"{_begin(style)}{text}\x1b[0m" if style else text


def _begin(style: str) -> str:
    return f"\x1b[{';'.join(_CODES[word] for word in style.split())}m" if style else ""
