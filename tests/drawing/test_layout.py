"""Where things go: on the map, beside marks, along time."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utpartners.drawing import land
from utpartners.drawing.labels import LabelBox, around, clusters, placed
from utpartners.drawing.timeline_layout import activity_years, lanes

PHASES = {("", 1): (2014, 2016), ("", 3): (2021, None), ("b", 1): (2018, 2019)}


def activity(**facts: object) -> dict[str, object]:
    plain = {"partnership": "p", "kind": "k", "planned": False, "when": None, "calendar": None}
    return {**plain, "phase": None, **facts}


@pytest.mark.parametrize(
    ("facts", "first", "last", "is_open", "by_phase"),
    [
        ({"when": "2019"}, 2019.0, 2020.0, False, False),
        ({"when": "2019", "calendar": "academic"}, 2019.25, 2020.25, False, False),
        ({"when": "2019-07-02"}, 2019.5, 2019.5, False, False),
        ({"when": "2015/.."}, 2015.0, None, True, False),
        ({"when": "../2015"}, None, 2016.0, False, False),
        ({"when": "2018/2019"}, 2018.0, 2020.0, False, False),
        ({"when": "2019", "phase": 1}, 2019.0, 2020.0, False, False),
        ({"phase": 1}, 2014.0, 2017.0, False, True),
        ({"phase": 3}, 2021.0, None, True, True),
        ({"phase": 2}, None, None, False, False),
        ({}, None, None, False, False),
    ],
)
def test_span(
    facts: dict[str, object],
    first: float | None,
    last: float | None,
    is_open: bool,
    by_phase: bool,
) -> None:
    """An activity is where its time, else its phase, is; without these it is nowhere in time."""
    found = activity_years(activity(**facts), PHASES)
    assert found.first == pytest.approx(first, abs=0.01)
    assert found.last == pytest.approx(last, abs=0.01)
    assert (found.is_open, found.by_phase) == (is_open, by_phase)


def test_span_of_several_homes() -> None:
    """Partnerships of two homes with the same id have rows of their own."""
    found = {activity_years(activity(home=home), {}).partnership for home in ("a", "b")}
    assert found == {"a/p", "b/p"}
    own = activity_years(activity(home="b", phase=1), PHASES)
    assert own.first == 2018  # each has phases of its own
    assert activity_years(activity(home="a", phase=1), PHASES).first is None


STRETCHES = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 20)).map(lambda one: (one[0], sum(one))),
    max_size=30,
)


@given(STRETCHES)
def test_lanes(stretches: list[tuple[float, float]]) -> None:
    """What overlaps has lanes of its own."""
    found = list(zip(stretches, lanes(stretches), strict=True))
    for (first, lane), (second, other) in combinations(found, 2):
        if lane == other:
            assert first[1] <= second[0] or second[1] <= first[0]


PLACE = st.tuples(st.floats(20, 380), st.floats(20, 280))


@given(st.lists(PLACE, max_size=12))
def test_labels(points: list[tuple[float, float]]) -> None:
    """Labels lie in the frame, and not on each other or on a mark, where there is room."""
    frame = LabelBox(0, 0, 400, 300)
    sizes = [(9.0, 8.0)] * len(points)
    boxes = [around(one, 9, 8) for one in placed(points, sizes, frame)]
    assert all(box.is_in(frame) for box in boxes)
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))
    assert all(not box.touches(around(point, 7, 7)) for box in boxes for point in points)


def test_clusters() -> None:
    """Only marks that are close together are a cluster, the largest one first."""
    few = [(0.0, 0.0), (1.0, 0.0), (200.0, 200.0)]
    assert clusters(few, 3) == []
    four = [(100.0 + n, 100.0) for n in range(4)]
    five = [(300.0 + n, 300.0) for n in range(5)]
    assert clusters([*four, *five, (0.0, 0.0)], 3) == [[4, 5, 6, 7, 8], [0, 1, 2, 3]]
    assert clusters([*four, *five], 1) == [[4, 5, 6, 7, 8]]


@pytest.mark.parametrize("centre", [land.ATLANTIC, land.PACIFIC, -100.0])
def test_projection(centre: float) -> None:
    """The middle of the map is its origin, and it keeps areas: all of it is that of the land."""
    assert land.projected(centre, 0, centre) == pytest.approx((0, 0))
    edge = [land._flat(180, latitude) for latitude in range(-90, 91)]
    area = sum((a[0] + b[0]) * (b[1] - a[1]) for a, b in pairwise(edge))
    assert area == pytest.approx(4 * pi, rel=1e-3)
    east, west = land.projected(centre + 20, 30, centre), land.projected(centre - 20, 30, centre)
    assert east == pytest.approx((-west[0], west[1]))


@pytest.mark.parametrize("centre", [land.ATLANTIC, land.PACIFIC])
def test_shores(centre: float) -> None:
    """Wherever the map is cut, there is the same area of land, and no line across all of it."""
    total = 0.0
    for ring in land.shores(centre):
        closed = [*ring, ring[0]]
        total -= sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed)) / 2
        steps = [dist(a, b) for a, b in pairwise(closed) if a[1] > -1.2]
        assert max(steps, default=0) < 2
    assert total / (4 * pi) == pytest.approx(0.29, abs=0.01)  # of the globe is land


def test_middle() -> None:
    """A map for East Asia has the Pacific in its middle, one for elsewhere the Atlantic."""
    assert land.middle(139.8) == land.middle(151.2) == land.PACIFIC
    assert land.middle(2.3) == land.middle(-71.1) == land.middle(None) == land.ATLANTIC
