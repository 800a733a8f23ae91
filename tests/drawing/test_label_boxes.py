"""Names on a map."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from operator import sub

from hypothesis import given, settings
from hypothesis import strategies as st

from utpartners.drawing.label_boxes import DISTANCES, REACH, NameBox, clusters, placed

WIDTH, HEIGHT = 300, 270

SPOTS = st.lists(st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT)), max_size=12)
SIZES = st.lists(
    st.tuples(st.floats(10, 160), st.sampled_from([24, 48, 120])), min_size=12, max_size=12
)


@settings(deadline=None)
@given(SPOTS, SIZES)
def test_none_covers_another(
    spots: list[tuple[float, float]], sizes: list[tuple[float, float]]
) -> None:
    """Names lie within the picture, and neither on each other nor on a spot."""
    boxes = placed(spots, sizes[: len(spots)], WIDTH, HEIGHT)
    assert len(boxes) == len(spots)
    found = [box for box in boxes if box]
    assert all(box.is_within(WIDTH, HEIGHT) for box in found)
    assert not any(one.meets(other) for one, other in combinations(found, 2))
    assert not any(box.has(spot) for box in found for spot in spots)


def test_beside_its_spot() -> None:
    """A name with room around it is close to the right of its spot."""
    (box,) = placed([(100, 100)], [(60, 24)], WIDTH, HEIGHT)
    assert box == NameBox(105, 88, 60, 24)


def test_no_room() -> None:
    """A name that is wider than the picture has no place."""
    assert placed([(100, 100)], [(400, 24)], WIDTH, HEIGHT) == [None]


def test_clusters() -> None:
    """Points are together where steps of less than the nearness join them."""
    points = [(0.0, 0.0), (100.0, 0.0), (5.0, 0.0), (10.0, 0.0), (104.0, 0.0)]
    assert clusters(points, 6) == [[0, 2, 3], [1, 4]]
    assert clusters([], 6) == []


def test_lines_stay_apart() -> None:
    """A name far from its spot is led to by a line that crosses no other spot."""
    row = [(100.0 + 8 * n, 100.0) for n in range(8)]
    boxes = placed(row, [(60, 12)] * 8, WIDTH, HEIGHT)
    reach = REACH * WIDTH
    assert all(
        hypot(*map(sub, box.nearest(spot), spot)) <= max(reach, max(DISTANCES) + 1)
        for spot, box in zip(row, boxes, strict=True)
        if box
    )
