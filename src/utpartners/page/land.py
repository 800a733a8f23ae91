"""The outlines of the land, as the path of a picture."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..world import land

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..world import Ring
    from .projection import Point, Projection

FINENESS = 2
EDGE = 1e-6
"""Degrees that the land keeps from the edge of the world."""


def path(projection: Projection, width: float, height: float) -> str:
    """The ``d`` of a path in a picture of this size, in whole parts of a unit.

    There are FINENESS of them in a unit; it is to be filled by ``evenodd``.
    """
    return "".join(_drawn(ring, projection, width, height) for ring in _cut(land(), projection))


def _cut(rings: list[Ring], projection: Projection) -> Iterator[Ring]:
    """The rings between the edges of a projection, those that cross them in parts."""
    west, east = projection.west, projection.east
    for ring in rings:
        for turns in (-360, 0, 360):
            moved = [(x + turns, y) for x, y in ring]
            inside = _beyond(_beyond(moved, west, 1), east, -1)
            if inside:
                yield inside


def _beyond(ring: Ring, edge: float, side: int) -> Ring:
    """The part of a ring to the east (1) or west (-1) of a meridian."""
    found: Ring = []
    for place, (x, y) in enumerate(ring):
        before_x, before_y = ring[place - 1]
        if (x - edge) * (before_x - edge) < 0:
            share = (edge - before_x) / (x - before_x)
            found.append((edge, before_y + share * (y - before_y)))
        if (x - edge) * side >= 0:
            found.append((x, y))
    return found


def _drawn(ring: Ring, projection: Projection, width: float, height: float) -> str:
    """One closed line, or nothing where it would not be seen."""
    points = [_whole(projection(_off_the_edge(x, projection), y)) for x, y in ring]
    points = [point for place, point in enumerate(points) if point != points[place - 1]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    is_seen = len(points) > 2 and max(xs) > 0 and min(xs) < FINENESS * width and max(ys) > 0
    if not is_seen or min(ys) > FINENESS * height:
        return ""
    steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _off_the_edge(longitude: float, projection: Projection) -> float:
    """A longitude that a projection does not take for the one on the other side of the world."""
    return min(max(longitude, projection.west + EDGE), projection.east - EDGE)


def _whole(point: Point) -> tuple[int, int]:
    return round(FINENESS * point[0]), round(FINENESS * point[1])
