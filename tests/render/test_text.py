"""Values as text that is safe to look at."""

from __future__ import annotations

from typing import Any

import pytest

from utpartners.render.text import cell, line
from utpartners.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, 東京 – “é” & 😀", "plain, 東京 – “é” & 😀"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07 null\x00 del\x7f", "bell\\x07 null\\x00 del\\x7f"),
        ("c1 \x9b31m", "c1 \\x9b31m"),
        ("two\nlines\r\tand a tab", "two\\nlines\\r\\tand a tab"),
        ("rtl \u202e override \u2066 isolate", "rtl \\u202e override \\u2066 isolate"),
        ("marks \u200e\u200f\u061c", "marks \\u200e\\u200f\\u061c"),
        ("line \u2028 paragraph \u2029", "line \\u2028 paragraph \\u2029"),
        ("zero\u200bwidth \ufeffbom", "zero\\u200bwidth \\ufeffbom"),
        ("half \ud800 pair", "half \\ud800 pair"),
        ("جامعة القاهرة", "جامعة القاهرة"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """What could move, hide or reorder other text is written out; letters of all scripts stay."""
    assert visible(text) == shown


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
