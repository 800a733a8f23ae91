"""Values as text, safe to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..answers import is_empty
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Column, Line, Row

_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)

INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Control characters, bidi controls and surrogates: what could move, hide or reorder other text."""


def visible(text: str) -> str:
    r"""Text in which control characters are written out (``\x1b``), so that none acts."""
    return INVISIBLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape", "surrogatepass").decode("ascii")


def is_address(text: str) -> bool:
    """Whether all of a text is an address of the web, in which nothing is invisible."""
    return bool(_ADDRESS.fullmatch(text)) and visible(text) == text


def cell(value: Any) -> str:
    """A value as one text: lists joined with ``; ``, absent values empty, booleans as in JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, tuple):
        return " ".join(filter(None, map(cell, value)))
    if isinstance(value, list):
        return "; ".join([one if isinstance(one, str) else cell(one) for one in value])
    return str(value)


def line(pieces: Line, values: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """A line of a view: each piece whose value is not empty; leading separators fall away.

    ``{key|instead}`` shows ``instead`` for an empty value; a true boolean shows its column's title.
    """
    text = ""
    for piece in pieces:
        before, _, rest = translated(piece).partition("{")
        field, _, after = rest.partition("}")
        key, _, instead = field.partition("|")
        shown = _shown(values[key], titles[key]) or instead
        if shown:
            text += (before if text else before.lstrip(" ·,")) + shown + after
    return text


def _shown(value: Any, title: str) -> str:
    if isinstance(value, bool):
        return title.lower() if value else ""
    if isinstance(value, dict):
        return " · ".join(f"{inner} [{key}]" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(cell, value))
    return "" if is_empty(value) else cell(value)


def by_key(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """The cells of a row by the key of their column."""
    return {column.key: value for column, value in zip(columns, row, strict=True)}


def titles(columns: Sequence[Column]) -> dict[str, str]:
    """The titles of columns by their key."""
    return {column.key: column.title for column in columns}
