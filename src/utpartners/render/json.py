"""JSON: a table is an array with a record on each line, a card is one object."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..answers import Card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Characters that JSON allows as they are and that a terminal or an editor may act on."""


def encoded(value: Any, indent: int | None = None) -> str:
    """A value as JSON in UTF-8, with whatever could act on a terminal escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """An answer as JSON."""
    if isinstance(answer, Card):
        yield encoded(answer.record(), indent=2) + "\n"
        return
    start = "[\n  "
    for record in answer.records():
        yield start + encoded(record)
        start = ",\n  "
    yield "[]\n" if start.startswith("[") else "\n]\n"
