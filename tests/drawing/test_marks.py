"""Marks are told apart by everybody: by their shapes, whatever the colours look like."""

from __future__ import annotations

from itertools import combinations

import pytest

from utpartners.drawing.marks import HOME, OTHER, PALETTE, SHAPES, marks, outline

Matrix = tuple[tuple[float, float, float], ...]

SIGHTS: dict[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
"""How linear red, green and blue are seen (Machado, Oliveira and Fernandes 2009, severity 1)."""

LEAST_CONTRAST = 3.0
"""Between a mark and white, as WCAG 2.2 asks of graphics."""


def seen(colour: str, sight: Matrix) -> float:
    """The relative luminance of a colour as it is seen."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    light = [
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0.0), 1.0) for row in sight
    ]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("colour", PALETTE)
def test_colours_are_seen_on_white(colour: str, sight: str) -> None:
    """However colours are seen, each mark has a contrast of 3 with the white of a file."""
    assert 1.05 / (seen(colour, SIGHTS[sight]) + 0.05) >= LEAST_CONTRAST


def test_all_differ_in_shape() -> None:
    """No two marks that share a picture have the same outline and filling."""
    found = [*marks([str(n) for n in range(len(SHAPES))]).values(), HOME, OTHER]
    drawn = [(outline(one.shape, 0, 0, 4), one.shape in ("ring", "home")) for one in found]
    for one, other in combinations(range(len(found)), 2):
        assert drawn[one] != drawn[other], (found[one], found[other])


def test_home_is_no_ring() -> None:
    """The home institution has a point in its ring: a ring is the mark of a status."""
    assert outline("home", 0, 0, 4).startswith(outline("ring", 0, 0, 4))
    assert outline("home", 0, 0, 4) != outline("ring", 0, 0, 4)
