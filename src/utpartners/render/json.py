"""JSON and JSON Lines: a record on each line, or a card as one object."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any, Literal

from ..answers import Card
from ..visible import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen

_UNSAFE = f"[{UNSAFE}]"
"""The expression for what is escaped here: JSON itself escapes the first 32 control characters."""


def encoded(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON in which letters of all scripts stay readable.

    Control and bidi characters, which a terminal or an editor may act on, are escaped.
    """
    try:
        text = _ENCODER.encode(value) if indent is None else _indented(value, indent)
    except ValueError:
        text = json.dumps(_finite(value), ensure_ascii=False, indent=indent)
    # Nearly all text is printable, and needs no expression to be compiled. Line feeds between the
    # values are not, and must stay.
    return text if text.isprintable() else re.sub(_UNSAFE, _escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


# json.dumps would make an encoder for each row.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def _indented(value: Any, indent: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)


def _finite(value: Any) -> Any:
    """Return a value with null for infinity and what is no number: JSON has neither."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    return [_finite(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def render(
    answer: Answer, screen: Screen, *, layout: Literal["array", "lines"] = "array"
) -> Iterator[str]:
    """Yield an answer as one JSON document, or as JSON Lines: one object on each line."""
    if layout == "lines":
        records = [answer.record()] if isinstance(answer, Card) else answer.records()
        for record in records:
            yield encoded(record) + "\n"
    elif isinstance(answer, Card):
        yield encoded(answer.record(), indent=2) + "\n"
    else:
        # Written piece by piece, so that an array of any length needs no memory.
        start = "[\n  "
        for record in answer.records():
            yield start + encoded(record)
            start = ",\n  "
        yield "[]\n" if start.startswith("[") else "\n]\n"
