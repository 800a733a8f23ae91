"""Colours that can be read in both themes: axe cannot see them where text lies on a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from utpartners import page as package

COLOURS = (Path(package.__file__).parent / "style" / "colours.css").read_text("utf-8")
MATRIX = (Path(package.__file__).parent / "style" / "matrix.css").read_text("utf-8")

PAIRS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\);", COLOURS))
MIXES = [int(share) / 100 for share in re.findall(r"\.k\d \{.*?var\(--t1\) (\d+)%", MATRIX)]

Colour = tuple[float, float, float]


def colour(name: str, theme: int) -> Colour:
    """A colour of the page in the light (0) or dark (1) theme."""
    digits = PAIRS[name].split(", ")[theme]
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def luminance(of: Colour) -> float:
    """Relative luminance as WCAG defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in of]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The ratio from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_colours_are_found() -> None:
    """The style has the colours and shades that are looked at here."""
    assert {"paper", "raised", "ink", "soft", "land", "hot", "focus", "t0", "t5"} <= PAIRS.keys()
    assert len(MIXES) == 5


@pytest.mark.parametrize("theme", [0, 1])
def test_text(theme: int) -> None:
    """Text has a contrast of 4.5 with whatever it stands on."""
    paper = colour("paper", theme)
    for ground in ("paper", "raised", "hot"):
        for text in ("ink", "soft", "t0", "t1", "t2", "t3", "t4", "t5"):
            assert contrast(colour(text, theme), colour(ground, theme)) >= 4.5, (text, ground)
    assert contrast(colour("ink", theme), colour("land", theme)) >= 4.5
    for share in MIXES:
        mixed = [
            share * a + (1 - share) * b for a, b in zip(colour("t1", theme), paper, strict=True)
        ]
        assert contrast(colour("ink", theme), (mixed[0], mixed[1], mixed[2])) >= 4.5, share


@pytest.mark.parametrize("theme", [0, 1])
def test_marks(theme: int) -> None:
    """What is drawn, and the outline of the focus, have a contrast of 3."""
    for mark in ("t0", "t1", "t2", "t3", "t4", "t5", "focus"):
        for ground in ("paper", "land"):
            assert contrast(colour(mark, theme), colour(ground, theme)) >= 3, (mark, ground)
