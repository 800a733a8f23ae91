"""From longitude and latitude to a picture, of the world or a region, and the land in it."""

from __future__ import annotations

from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple, Protocol

from .land import WORLD, land

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .land import Point, Ring


class Projection(Protocol):
    """Converts longitude and latitude, in degrees, to a point of a picture."""

    @property
    def west(self) -> float:
        """The meridian that the land is cut along on the left."""
        ...

    @property
    def east(self) -> float:
        """The meridian on the right, at most 360° from it."""
        ...

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Return the point of the picture."""
        ...


class World(NamedTuple):
    """The Equal Earth projection (Šavrič, Patterson and Jenny, 2018): areas are true."""

    centre: float
    """Longitude in the middle."""
    scale: float
    width: float
    top: float
    """Distance of the equator from the upper edge."""

    @property
    def west(self) -> float:
        """The meridian that the picture is cut along."""
        return self.centre - 180

    @property
    def east(self) -> float:
        """The meridian on the right."""
        return self.centre + 180

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Return the point of a picture of this width."""
        theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
        power = theta**6
        a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
        bend = 9 * d * theta**8 + 7 * c * power + 3 * b * theta**2 + a
        east = radians((longitude - self.west) % 360 - 180)
        x = 2 * sqrt(3) * east * cos(theta) / (3 * bend)
        y = d * theta**9 + c * theta**7 + b * theta**3 + a * theta
        return self.width / 2 + self.scale * x, self.top - self.scale * y


class Region(NamedTuple):
    """A part of the world between two meridians and two parallels, in degrees."""

    name: str
    west: float
    east: float
    south: float
    north: float

    def has(self, longitude: float, latitude: float) -> bool:
        """Return whether a point lies in it."""
        return (
            longitude - self.west
        ) % 360 <= self.east - self.west and self.south <= latitude <= self.north


BEYOND = 40
"""Degrees on either side of a region that may be seen where the picture is wider."""


class Plane(NamedTuple):
    """A region as a plane that keeps lengths along the parallel in its middle."""

    region: Region
    width: float
    height: float

    @property
    def west(self) -> float:
        """Beyond the region, land is drawn up to this meridian."""
        return self.region.west - BEYOND

    @property
    def east(self) -> float:
        """The meridian on the right."""
        return self.region.east + BEYOND

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Return the point; the region is in the middle of the picture, as large as fits."""
        _, west, east, south, north = self.region
        squeeze = cos(radians((south + north) / 2))
        scale = min(self.width / ((east - west) * squeeze), self.height / (north - south))
        x = (longitude - (west + east) / 2 + 180) % 360 - 180
        return (
            self.width / 2 + scale * squeeze * x,
            self.height / 2 - scale * (latitude - (south + north) / 2),
        )


FINENESS = 2
"""Parts of a unit: a path of whole numbers is shorter than one with decimals."""
EDGE = 1e-6
"""Degrees that the land keeps away from the edge of the world."""


def land_path(projection: Projection, width: float, height: float, outline: str = WORLD) -> str:
    """Return the land as the ``d`` of a path, in a picture of this size.

    Its numbers are whole, FINENESS of them to a unit; lakes need ``fill-rule="evenodd"``.
    ``outline`` is one of :mod:`~.land`.
    """
    rings = _cut(land(outline), projection)
    return "".join(_drawn(ring, projection, width, height) for ring in rings)


def _cut(rings: list[Ring], projection: Projection) -> Iterator[Ring]:
    """Yield the rings between the edges of a projection, those that cross an edge in parts."""
    west, east = projection.west, projection.east
    for ring in rings:
        for turns in (-360, 0, 360):
            moved = [(x + turns, y) for x, y in ring]
            inside = _beyond(_beyond(moved, west, 1), east, -1)
            if inside:
                yield inside


def _beyond(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring to the east (1) or west (-1) of a meridian."""
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
    """Return one closed line, or nothing where it would not be seen."""
    points = [_whole(projection(_off_the_edge(x, projection), y)) for x, y in ring]
    points = [point for place, point in enumerate(points) if point != points[place - 1]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    is_seen = len(points) > 2 and max(xs) > 0 and min(xs) < FINENESS * width and max(ys) > 0
    if not is_seen or min(ys) > FINENESS * height:
        return ""
    steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _off_the_edge(longitude: float, projection: Projection) -> float:
    # At exactly 180° from the centre, a corner would appear on the other side of the map.
    return min(max(longitude, projection.west + EDGE), projection.east - EDGE)


def _whole(point: Point) -> tuple[int, int]:
    return round(FINENESS * point[0]), round(FINENESS * point[1])
