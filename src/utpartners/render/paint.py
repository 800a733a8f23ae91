"""Colours of a terminal, as the few codes that every terminal knows."""

from __future__ import annotations

import re

FAINT, STRONG, ID = "dim", "bold", "magenta"
"""The styles of what is aside, of headings, and of what can be typed.

Of the colours that every terminal has, magenta alone is easy to read on a dark and on a light
ground: in the palette of xterm it has a contrast of 4.4 with black and of 4.7 with white.
"""

_CODES = {"bold": "1", "dim": "2", "magenta": "35"}

_HIT = re.compile("‹[^›]*›")
"""What a search marks in its excerpts."""


class Paint:
    """Colours text where colour is wanted, and leaves it as it is elsewhere."""

    def __init__(self, is_wanted: bool) -> None:
        self.is_wanted = is_wanted

    def __call__(self, text: str, style: str) -> str:
        """Return a text in a style such as ``bold magenta``; the hits in it stand out."""
        if not self.is_wanted or not text:
            return text
        if "‹" in text:
            text = _HIT.sub(lambda hit: f"\x1b[1;35m{hit[0]}\x1b[0m{_begin(style)}", text)
        return f"{_begin(style)}{text}\x1b[0m" if style else text


def _begin(style: str) -> str:
    return f"\x1b[{';'.join(_CODES[word] for word in style.split())}m" if style else ""
