"""From longitude and latitude to a picture, and the land in it."""

from __future__ import annotations

import re

import pytest

from utpartners.drawing.land import REGIONS
from utpartners.drawing.projection import FINENESS, Plane, Region, World, land_path

WORLD = World(11, 100, 600, 140)


@pytest.mark.parametrize(
    ("place", "point"),
    [
        ((90, 45), (1.1598544991, 0.8602310855)),
        ((-120, -30), (-1.6878011172, -0.5929351198)),
        ((150, 60), (1.6992167396, 1.0883008355)),
        ((0, 90), (0, 1.3173627592)),
    ],
)
def test_equal_earth(place: tuple[float, float], point: tuple[float, float]) -> None:
    """The projection is the published one: these points are what d3-geo says."""
    x, y = World(0, 1, 0, 0)(*place)
    assert (x, -y) == pytest.approx(point, abs=1e-9)


def test_around_the_world() -> None:
    """A longitude is where it is, however many turns it is written with."""
    assert WORLD(139.7, 35.7) == pytest.approx(WORLD(139.7 - 360, 35.7))
    assert WORLD(-170, 10)[0] > WORLD(170, 10)[0]


def test_region() -> None:
    """A region fills its picture; one that crosses the 180th meridian is whole."""
    pacific = Region("", 170, 200, -10, 10)
    plane = Plane(pacific, 300, 200)
    assert plane(-175, 0) == pytest.approx((150, 100))
    assert plane(170, 0)[0] == pytest.approx(0, abs=3)
    assert pacific.has(-165, 0)
    assert not pacific.has(165, 0)


@pytest.mark.parametrize("centre", [11, 149])
def test_the_land(centre: float) -> None:
    """The land is within the world, and its lines go a long way nowhere."""
    world = World(centre, 177, 960, 232)
    path = land_path(world, 960, 428)
    assert re.fullmatch(r"(M-?\d+[ -]\d+l[-\d ]+z)+", path)
    x = y = 0
    for ring in path.rstrip("z").split("z"):
        start, _, steps = ring[1:].partition("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            assert abs(across) < 60 * FINENESS
            x, y = x + across, y + down
            assert -2 <= x <= 962 * FINENESS
            assert y > -2


def test_the_coast_of_a_region() -> None:
    """A map of a region has more of its coast than one of the world has."""
    japan = Plane(Region("", 128, 147, 30, 46), 160, 150)
    fine, rough = (land_path(japan, 160, 150, *own) for own in ((REGIONS,), ()))
    assert len(fine) > 2 * len(rough)
