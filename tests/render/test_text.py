"""Values as text."""

from __future__ import annotations

from typing import Any

import pytest

from utpartners.render.text import cell, line


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("text", "text"),
        (0, "0"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (["a", "b; c"], "a; b; c"),
        ([], ""),
        ({"ja": "東京", "fr": "Tokyo"}, "ja: 東京; fr: Tokyo"),
        (("over 100", "guests"), "over 100 guests"),
        ([("9", "calls"), ("29", "projects")], "9 calls; 29 projects"),
    ],
)
def test_cell(value: Any, text: str) -> None:
    """Any value is one text; a list is joined with semicolons."""
    assert cell(value) == text


@pytest.mark.parametrize(
    ("pieces", "values", "text"),
    [
        (("{a}", " ({b})"), {"a": "A", "b": "B"}, "A (B)"),
        (("{a}", " ({b})"), {"a": "A", "b": None}, "A"),
        (("{a}", " · {b}"), {"a": None, "b": "B"}, "B"),
        (("{a}", ", {b}"), {"a": "", "b": 0}, "0"),
        (("{a|unknown}",), {"a": None}, "unknown"),
        (("{a}", " · {b}"), {"a": ["x", "y"], "b": {"ja": "東京"}}, "x, y · 東京 [ja]"),
        (("{a}",), {"a": True}, "title of a"),
        (("{a}",), {"a": False}, ""),
    ],
)
def test_line(pieces: tuple[str, ...], values: dict[str, Any], text: str) -> None:
    """A piece is dropped with the separator before it where its value is empty."""
    assert line(pieces, values, {key: f"Title of {key}" for key in values}) == text
