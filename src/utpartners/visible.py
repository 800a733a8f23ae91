"""Text that is safe to look at: what could move, hide or reorder other text is written out.

A catalogue may come from anyone. An escape sequence in a name must not act on a terminal, and a
bidi control must not reorder the rest of a page, so every output passes text through here.
"""

from __future__ import annotations

import re

UNSAFE = "\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
"""Bidi controls, invisible characters, surrogates, and control characters above the first 32.

They are ranges for a regular expression.
"""

INVISIBLE = f"[\x00-\x1f{UNSAFE}]"
"""The expression for what :func:`visible` writes out: UNSAFE, and the first 32 controls."""

_ADDRESS = r"(?i)https?://[^\s/?#]\S*"


def visible(text: str) -> str:
    r"""Return text in which control characters are written out (``\x1b``), so that none acts."""
    # Nearly all text is printable, as Python calls it, and needs no expression to be compiled.
    return text if text.isprintable() else re.sub(INVISIBLE, _escape, text)


def _escape(match: re.Match[str]) -> str:
    # surrogatepass: a lone surrogate, which a JSON file may hold, cannot be encoded otherwise.
    return match.group().encode("unicode_escape", "surrogatepass").decode("ascii")


def is_address(text: str) -> bool:
    """Return whether the whole text is a web address without invisible characters."""
    return bool(re.fullmatch(_ADDRESS, text)) and visible(text) == text
