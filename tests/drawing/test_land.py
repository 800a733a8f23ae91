"""The outline of the world's land."""

from itertools import pairwise

import pytest

from utpartners.drawing.land import REGIONS, WORLD, Ring, land


@pytest.fixture(scope="module", params=[WORLD, REGIONS])
def rings(request: pytest.FixtureRequest) -> list[Ring]:
    return land(request.param)


def is_within(x: float, y: float, rings: list[Ring]) -> bool:
    """Whether a place is on land, by the number of edges to its east."""
    edges = (edge for ring in rings for edge in pairwise(ring))
    crossed = (
        (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        for a, b in edges
    )
    return sum(crossed) % 2 == 1


@pytest.mark.parametrize(
    ("longitude", "latitude", "is_land"),
    [
        (139.0, 36.0, True),  # Honshu
        (-99.0, 19.4, True),  # Mexico
        (178.0, 67.0, True),  # Chukotka, on either side of the 180th meridian
        (-178.0, 67.5, True),
        (51.0, 42.0, False),  # the Caspian Sea
        (-40.0, 30.0, False),  # the Atlantic
        (-150.0, 67.0, True),  # Alaska
        (-179.0, 0.0, False),
    ],
)
def test_a_place_is_on_land_or_at_sea(
    rings: list[Ring], longitude: float, latitude: float, is_land: bool
) -> None:
    assert is_within(longitude, latitude, rings) is is_land


def test_the_south_pole() -> None:
    """Antarctica is land on a map of the world; no region reaches it."""
    assert is_within(0.0, -89.0, land(WORLD))


def test_rings_are_closed_and_within_the_world(rings: list[Ring]) -> None:
    for ring in rings:
        assert ring[0] == ring[-1]
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_ring_leaps_over_the_180th_meridian(rings: list[Ring]) -> None:
    leaps = [
        (a, b) for ring in rings for a, b in pairwise(ring) if abs(a[0] - b[0]) > 180 and a[1] > -90
    ]
    assert leaps == []
