"""Text in XML 1.0, safe to look at: read back it is the same, but for what XML cannot say."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from .text import INVISIBLE, visible

_CODED = re.compile(f'{INVISIBLE.pattern}|["\ufffe\uffff]')
_ALLOWED = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: object) -> str:
    """A value for an attribute in double quotes, or between tags.

    What is invisible is a character reference; what XML 1.0 forbids is written out (``\\x1b``).
    """
    return _CODED.sub(_coded, escape(str(value)))


def _coded(match: re.Match[str]) -> str:
    character = match.group()
    if _ALLOWED.match(character):
        return f"&#{ord(character)};"
    return visible(character) if ord(character) < 0xFFFE else f"\\u{ord(character):x}"
