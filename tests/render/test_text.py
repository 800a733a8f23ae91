"""Values as text."""

from __future__ import annotations

from typing import Any

import pytest

from utpartners.render.csv import escape_formula, unescape_formula
from utpartners.render.json import encoded
from utpartners.render.markdown import _line, escaped
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


def test_json_without_infinity() -> None:
    """What JSON cannot say is null, also inside of lists."""
    assert encoded([float("inf"), {"a": -float("inf"), "b": [float("nan"), 1.5]}]) == (
        '[null, {"a": null, "b": [null, 1.5]}]'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.org/a_b?x=1&y=2", "<https://x.org/a_b?x=1&y=2>"),
        ("https://x.org/a|b", "<https://x.org/a%7Cb>"),
        ("https://x.org/a>b", r"https://x.org/a\>b"),
        ("see https://x.org/a_b", r"see https://x.org/a\_b"),
    ],
)
def test_addresses_in_markdown(text: str, expected: str) -> None:
    """An address is a link to itself, whatever letters it has."""
    assert escaped(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. x", r"1\. x"),
        ("2) x", r"2\) x"),
        ("- x", r"\- x"),
        ("+ x", r"\+ x"),
        ("=== x", r"\=== x"),
        ("    x", "x"),
        ("1 x", "1 x"),
    ],
)
def test_beginnings_of_lines(text: str, expected: str) -> None:
    """A name at the start of a line begins no list, heading or code."""
    assert _line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-35.2835", "-35.2835"),
        ("-1e-05", "-1e-05"),
        ("-1+1", "'-1+1"),
        ("+1", "'+1"),
        ("=1", "'=1"),
    ],
)
def test_negative_numbers_for_excel(text: str, expected: str) -> None:
    """A negative number stays one; whatever else begins like a formula is text."""
    assert escape_formula(text) == expected
    assert unescape_formula(expected) == text
