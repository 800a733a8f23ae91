"""Text that is safe to look at."""

from __future__ import annotations

import pytest

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
