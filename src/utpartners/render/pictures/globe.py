"""From longitude and latitude to a flat map: the Equal Earth projection, which keeps areas.

Šavrič, Patterson and Jenny, 2018 (doi:10.1080/13658816.2018.1504949).
"""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from ...world import land

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...world import Ring

Point = tuple[float, float]

COEFFICIENTS = (1.340264, -0.081106, 0.000893, 0.003796)

ATLANTIC, PACIFIC = 11.0, 150.0
"""The longitudes in the middle of a map that cut the least land at its edges."""

NORTHERNMOST = 85
SOUTHERNMOST = -58.0
"""Degrees: nobody has partners south of it, and without Antarctica the rest is larger."""


def middle(home: float | None) -> float:
    """The longitude in the middle of the map of a home institution at this longitude."""
    return PACIFIC if home is not None and home > 70 else ATLANTIC


def projected(longitude: float, latitude: float, centre: float) -> Point:
    """The place of a point on a map around the meridian ``centre``; x and y grow east and north."""
    turned = (longitude - centre + 180) % 360 - 180
    return _flat(turned, latitude)


def _flat(turned: float, latitude: float) -> Point:
    a1, a2, a3, a4 = COEFFICIENTS
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = 9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1
    x = 2 * sqrt(3) * radians(turned) * cos(theta) / (3 * slope)
    return x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square))


def shores(centre: float) -> Iterator[list[Point]]:
    """The rings of all land on the map around a meridian, cut at the edge of the map."""
    for ring in land():
        for shift in (-360, 0, 360):
            moved = [(x + shift - centre, y) for x, y in ring]
            kept = _cut(_cut(moved, -180, 1), 180, -1)
            if len(kept) > 2:
                yield [_flat(x, y) for x, y in kept]


def _cut(ring: Ring, edge: float, side: int) -> Ring:
    """The part of a ring on one side of a meridian: east of it for 1, west for -1."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in pairwise([*ring, *ring[:1]]):
        inside, next_inside = (x1 - edge) * side >= 0, (x2 - edge) * side >= 0
        if inside:
            kept.append((x1, y1))
        if inside != next_inside:
            kept.append((edge, y1 + (edge - x1) / (x2 - x1) * (y2 - y1)))
    return kept


def outline(south: float = SOUTHERNMOST) -> list[Point]:
    """The edge of a map that goes as far south as this latitude."""
    latitudes = [*range(int(south), NORTHERNMOST, 2), NORTHERNMOST]
    east = [_flat(180, latitude) for latitude in latitudes]
    return [*east, *((-x, y) for x, y in reversed(east))]
