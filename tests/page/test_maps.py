"""The maps: where places are, and which of them share a picture."""

from __future__ import annotations

import re

import pytest

from utpartners.page.context import page_context
from utpartners.page.map import REGIONS, MapPicture, world_map
from utpartners.page.projection import FINENESS, Plane, Region, World, land_path
from utpartners.store.store import Store

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


def test_the_bundled_one(store: Store) -> None:
    """All 27 institutions and the home one are on the map, each named in one picture."""
    found = world_map(page_context(store))
    assert found is not None
    assert [inset.title for inset in found.insets] == [region.name for region in REGIONS[:3]]
    assert sorted(names(found)) == sorted(
        place.name for spot in found.spots for place in spot.places
    )
    assert len(names(found)) == 28


def test_names_that_find_no_room_together(store: Store) -> None:
    """Names of one place that are too many for one list stand in several."""
    answers = page_context(store)
    paris = next(one for one in answers.institutions if one["id"] == "ens-psl")
    many = [{**paris, "name": f"École supérieure {number}"} for number in range(12)]
    found = world_map(answers._replace(institutions=many))
    assert found is not None
    (europe,) = found.insets
    assert sorted(names(europe)) == sorted(one["name"] for one in many)
    assert [len(spot.names) for spot in europe.spots] == [6, 6]


def names(picture: MapPicture) -> list[str]:
    """The full names of the places that are named in a picture and its insets."""
    own = [name.place.name for spot in picture.spots for name in spot.names]
    return own + [name for inset in picture.insets for name in names(inset)]
