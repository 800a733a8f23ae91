"""Which marks of a map are too close together to be told apart on it."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .labels import Point

NEIGHBOURS = 26.0
"""Points between marks of one crowd."""
NEAR = 9.0
"""Points that keep two marks and their labels apart."""
FEWEST = 4
"""Marks that make a crowd: labels of two or three find a place beside them."""


def crowds(points: Sequence[Point], most: int) -> list[list[int]]:
    """The places in the list of those that are close together, the largest crowds first."""
    found = [
        group for group in _groups(points) if len(group) >= FEWEST and _is_dense(group, points)
    ]
    return sorted(found, key=lambda group: (-len(group), group))[:most]


def _groups(points: Sequence[Point]) -> list[list[int]]:
    """Points that are neighbours, directly or through others."""
    left = list(range(len(points)))
    found = []
    while left:
        group = [left.pop(0)]
        for one in group:
            near = [other for other in left if dist(points[one], points[other]) < NEIGHBOURS]
            group += near
            left = [other for other in left if other not in near]
        found.append(sorted(group))
    return found


def _is_dense(group: list[int], points: Sequence[Point]) -> bool:
    return any(
        dist(points[one], points[other]) < NEAR for one in group for other in group if one < other
    )
