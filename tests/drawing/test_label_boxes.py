"""Names on a map."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from operator import sub

from hypothesis import given, settings
from hypothesis import strategies as st

from utpartners.drawing.label_boxes import (
    DISTANCES,
    REACH,
    NameBox,
    Room,
    clusters,
    square,
)  # fmt: skip

WIDTH, HEIGHT = 300, 270
RADIUS = 3.0

SPOTS = st.lists(st.tuples(st.floats(5, WIDTH - 5), st.floats(5, HEIGHT - 5)), max_size=12)
SIZES = st.lists(
    st.tuples(st.floats(10, 160), st.sampled_from([24, 48, 120])), min_size=12, max_size=12
)


def placed(
    spots: list[tuple[float, float]], sizes: list[tuple[float, float]]
) -> list[NameBox | None]:
    """A box for each spot, as far as there is room."""
    dots = [square(spot, RADIUS) for spot in spots]
    room = Room(dots, WIDTH, HEIGHT)
    return [room.place(dot, size) for dot, size in zip(dots, sizes, strict=False)]


@settings(deadline=None)
@given(SPOTS, SIZES)
def test_none_covers_another(
    spots: list[tuple[float, float]], sizes: list[tuple[float, float]]
) -> None:
    """Names lie within the picture, and neither on each other nor on a dot."""
    boxes = placed(spots, sizes)
    assert len(boxes) == len(spots)
    found = [box for box in boxes if box]
    assert all(box.is_within(WIDTH, HEIGHT) for box in found)
    assert not any(one.meets(other) for one, other in combinations(found, 2))
    assert not any(box.meets(square(spot, RADIUS)) for box in found for spot in spots)


def test_beside_its_dot() -> None:
    """A name with room around it is close to the right of its dot."""
    (box,) = placed([(100, 100)], [(60, 24)])
    assert box == NameBox(105, 88, 60, 24)


def test_no_room() -> None:
    """A name that is wider than the picture has no place."""
    assert placed([(100, 100)], [(400, 24)]) == [None]


def test_clusters() -> None:
    """Points are together where steps of less than the nearness join them."""
    points = [(0.0, 0.0), (100.0, 0.0), (5.0, 0.0), (10.0, 0.0), (104.0, 0.0)]
    assert clusters(points, 6) == [[0, 2, 3], [1, 4]]
    assert clusters([], 6) == []


def test_lines_are_short() -> None:
    """A name far from its dot is led to by a line that is not longer than one can follow."""
    row = [(100.0 + 8 * n, 100.0) for n in range(8)]
    boxes = placed(row, [(60, 12)] * 8)
    reach = REACH * WIDTH
    assert sum(box is not None for box in boxes) > 4
    assert all(
        hypot(*map(sub, box.nearest(spot), spot)) <= max(reach, RADIUS + max(DISTANCES) + 1)
        for spot, box in zip(row, boxes, strict=True)
        if box
    )
