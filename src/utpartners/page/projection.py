"""Places of the earth on a plane: of the whole world, and of a region of it."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple, Protocol

Point = tuple[float, float]
"""Across and down."""


class Projection(Protocol):
    """Turns longitude and latitude, in degrees, into a point of a picture."""

    @property
    def west(self) -> float:
        """The meridian that the land is cut along on the left."""
        ...

    @property
    def east(self) -> float:
        """The one on the right, at most 360° from it."""
        ...

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Where it is."""
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
        """The same, on the right."""
        return self.centre + 180

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Where it is in a picture of this width."""
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
        """Whether a place lies in it."""
        return (
            longitude - self.west
        ) % 360 <= self.east - self.west and self.south <= latitude <= self.north


BEYOND = 40
"""Degrees on either side of a region that may be seen where the picture is wider than it."""


class Plane(NamedTuple):
    """A region as a plane that keeps lengths along the parallel in its middle."""

    region: Region
    width: float
    height: float

    @property
    def west(self) -> float:
        """What is seen beyond the region is land up to here."""
        return self.region.west - BEYOND

    @property
    def east(self) -> float:
        """The same, on the right."""
        return self.region.east + BEYOND

    def __call__(self, longitude: float, latitude: float) -> Point:
        """Where it is; the region is in the middle of the picture, as large as fits."""
        _, west, east, south, north = self.region
        squeeze = cos(radians((south + north) / 2))
        scale = min(self.width / ((east - west) * squeeze), self.height / (north - south))
        x = (longitude - (west + east) / 2 + 180) % 360 - 180
        return (
            self.width / 2 + scale * squeeze * x,
            self.height / 2 - scale * (latitude - (south + north) / 2),
        )
