"""The outline of the world's land, and the map projection that draws it.

``land.json`` is Natural Earth, 1:110 million, which is in the public domain. It was taken from the
npm package world-atlas 2.0.2 (ISC licence, Copyright 2013-2019 Michael Bostock) and converted into
plain rings by ``docs/make_land.py``.

The projection is Equal Earth, which keeps areas true: Šavrič, Patterson and Jenny, 2018
(doi:10.1080/13658816.2018.1504949).
"""

from __future__ import annotations

import os
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]

Ring = list[Point]
"""Longitude and latitude of each corner in degrees; the last corner is the first one again."""

COEFFICIENTS = (1.340264, -0.081106, 0.000893, 0.003796)

ATLANTIC, PACIFIC = 11.0, 150.0
"""The central longitudes at which the edges of a map cut the least land."""

NORTHERNMOST = 85
SOUTHERNMOST = -58.0
"""Degrees: no university is further south, and without Antarctica the rest is drawn larger."""


def land() -> list[Ring]:
    """Return the rings of all land. A lake is a ring within another that runs the other way."""
    import json

    path = os.path.join(os.path.dirname(__file__), "land.json")
    with open(path, encoding="utf-8") as file:
        return [[(x, y) for x, y in ring] for ring in json.load(file)]


def middle(home: float | None) -> float:
    """Return the central longitude of the map for a home institution at this longitude."""
    return PACIFIC if home is not None and home > 70 else ATLANTIC


def projected(longitude: float, latitude: float, centre: float) -> Point:
    """Return x and y on a map around the meridian ``centre``; they grow to the east and north."""
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
    """Yield the rings of all land on the map around a meridian, cut at the edges of the map."""
    for ring in land():
        # A ring that crosses an edge of the map is drawn in parts on both sides of it.
        for shift in (-360, 0, 360):
            moved = [(x + shift - centre, y) for x, y in ring]
            kept = _cut(_cut(moved, -180, 1), 180, -1)
            if len(kept) > 2:
                yield [_flat(x, y) for x, y in kept]


def _cut(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring on one side of a meridian: east of it for 1, west for -1."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in pairwise([*ring, *ring[:1]]):
        inside, next_inside = (x1 - edge) * side >= 0, (x2 - edge) * side >= 0
        if inside:
            kept.append((x1, y1))
        if inside != next_inside:
            kept.append((edge, y1 + (edge - x1) / (x2 - x1) * (y2 - y1)))
    return kept


def outline(south: float = SOUTHERNMOST) -> list[Point]:
    """Return the edge of a map that goes as far south as this latitude."""
    # The edge is curved, so it is drawn in steps of two degrees.
    latitudes = [*range(int(south), NORTHERNMOST, 2), NORTHERNMOST]
    east = [_flat(180, latitude) for latitude in latitudes]
    return [*east, *((-x, y) for x, y in reversed(east))]
