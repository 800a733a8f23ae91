"""The mark of each word of a vocabulary: a colour and a shape, the same in every picture.

The colours are those of Okabe and Ito, which people with any colour vision can tell apart, without
yellow, which is hard to see on white. Colour is never the only sign: the shape says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#BC6194", "#B87700", "#3A8FC2", "#000000")
"""Of these, pink, orange and sky blue are darker than in the original, for contrast on white."""

GREY = "#5a5a5a"


class Mark(NamedTuple):
    """Colour and shape of a mark; ``tone`` is the number of its colour, from 1, or 0 for grey."""

    colour: str
    shape: str
    tone: int
    is_hollow: bool = False


SHAPES = ("circle", "ring", "square", "diamond", "triangle", "cross", "plus", "down", "star", "bar")
"""Shapes of marks, in the order in which kinds get them."""

OTHER = Mark(GREY, "dot", 0)
"""The mark of all kinds beyond the shapes that there are."""
HOME = Mark("#1a1a1a", "home", 0)
"""The mark of the home institution."""


def marks(vocabulary: Sequence[str]) -> Mapping[str, Mark]:
    """Return a mark for each word of a vocabulary; beyond ``SHAPES`` all have that of ``OTHER``.

    Pass the whole vocabulary of the catalogue, in its order, so that a word has the same mark
    whatever part of the catalogue a picture shows.
    """
    return {
        word: Mark(PALETTE[n % len(PALETTE)], SHAPES[n], n % len(PALETTE) + 1)
        if n < len(SHAPES)
        else OTHER
        for n, word in enumerate(vocabulary)
    }


def outline(shape: str, x: float, y: float, radius: float) -> str:
    """Return a mark as the ``d`` of a path around a point."""
    if shape == "home":
        # A point in a ring: a ring alone may be the mark of a status.
        return _circle(x, y, radius) + _circle(x, y, radius * 0.25)
    if shape in ("circle", "ring", "dot"):
        return _circle(x, y, radius * (0.7 if shape == "dot" else 1))
    corners = [(x + radius * across, y + radius * down) for across, down in _CORNERS[shape]]
    return f"M{'L'.join(f'{a:.1f} {b:.1f}' for a, b in corners)}z"


def _circle(x: float, y: float, r: float) -> str:
    arc = f"a{r:.2f} {r:.2f} 0 1 0"
    return f"M{x - r:.2f} {y:.1f}{arc} {2 * r:.2f} 0{arc} {-2 * r:.2f} 0z"


_CORNERS: Mapping[str, Sequence[tuple[float, float]]] = {
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "diamond": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "triangle": ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
    "down": ((0, 1.1), (1.1, -0.85), (-1.1, -0.85)),
    "bar": ((-1.2, -0.45), (1.2, -0.45), (1.2, 0.45), (-1.2, 0.45)),
    "arrow": (
        (-1.2, -0.25), (0.1, -0.25), (0.1, -0.9), (1.2, 0), (0.1, 0.9), (0.1, 0.25), (-1.2, 0.25),
    ),
    "plus": (
        (-0.35, -1.1), (0.35, -1.1), (0.35, -0.35), (1.1, -0.35), (1.1, 0.35), (0.35, 0.35),
        (0.35, 1.1), (-0.35, 1.1), (-0.35, 0.35), (-1.1, 0.35), (-1.1, -0.35), (-0.35, -0.35),
    ),
    "cross": (
        (-1, -0.55), (-0.55, -1), (0, -0.45), (0.55, -1), (1, -0.55), (0.45, 0), (1, 0.55),
        (0.55, 1), (0, 0.45), (-0.55, 1), (-1, 0.55), (-0.45, 0),
    ),
    "star": (
        (0, -1.2), (0.3, -0.42), (1.14, -0.37), (0.48, 0.16), (0.71, 0.97), (0, 0.5),
        (-0.71, 0.97), (-0.48, 0.16), (-1.14, -0.37), (-0.3, -0.42),
    ),
}  # fmt: skip
"""Corners of the shapes around the origin, in radii."""

FURTHEST = 1.25
"""How far the corners of a mark and its line are from its middle at the most, in radii."""
