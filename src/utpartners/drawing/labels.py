"""Where labels go, and which marks are too close together to be told apart."""

from __future__ import annotations

from math import cos, dist, radians, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]

DISTANCES = (8.0, 13.0, 18.0, 24.0, 31.0, 39.0, 48.0, 60.0, 75.0)
"""Points from a mark to the middle of its label; the nearest free position is taken."""
ANGLES = (0, 180, 90, 270, 45, 315, 135, 225, 22, 158, 202, 338, 68, 112, 248, 292)
"""Degrees, in the order of preference: beside the mark first."""
MARK = 3.5
"""Points around the middle of a mark that are kept free."""

NEIGHBOURS = 26.0
"""Distance in points up to which two marks belong to one cluster."""
NEAR = 9.0
"""Distance in points that two marks need between them to be told apart."""
FEWEST = 4
"""Marks of the smallest cluster: the labels of two or three find a place beside them."""


class LabelBox(NamedTuple):
    """The rectangle of a label or a mark."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: LabelBox) -> bool:
        """Return whether two rectangles overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_in(self, other: LabelBox) -> bool:
        """Return whether it lies wholly within another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def around(point: Point, width: float, height: float) -> LabelBox:
    """Return the rectangle of a label or mark with its middle at a point."""
    x, y = point
    return LabelBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def placed(
    points: Sequence[Point], sizes: Sequence[Point], frame: LabelBox, others: Sequence[Point] = ()
) -> list[Point]:
    """Return the middle of the label of each mark; sizes are (width, height).

    ``others`` are marks without a label. Where no position is free, a label covers something else.
    """
    # All marks come first, so that no label covers one that has not had its turn.
    taken = [around(point, 2 * MARK, 2 * MARK) for point in (*points, *others)]
    found: list[Point] = []
    for point, (width, height) in zip(points, sizes, strict=True):
        free = (
            place
            for place in _places(point, width)
            if _is_free(around(place, width, height), taken, frame)
        )
        place = next(free, (point[0] + DISTANCES[0], point[1]))
        taken.append(around(place, width, height))
        found.append(place)
    return found


def _is_free(box: LabelBox, taken: Sequence[LabelBox], frame: LabelBox) -> bool:
    return box.is_in(frame) and not any(box.touches(other) for other in taken)


def _places(point: Point, width: float) -> Iterator[Point]:
    x, y = point
    for distance in DISTANCES:
        for angle in ANGLES:
            # Beside a mark, half the width of the label is added, so that its end is near the mark.
            beyond = distance + (width / 2 - MARK) * abs(cos(radians(angle)))
            yield x + beyond * cos(radians(angle)), y - distance * sin(radians(angle))


def clusters(points: Sequence[Point], most: int) -> list[list[int]]:
    """Return groups of indices of points that are close together: the ``most`` largest ones."""
    found = [
        group for group in _groups(points) if len(group) >= FEWEST and _is_dense(group, points)
    ]
    return sorted(found, key=lambda group: (-len(group), group))[:most]


def _groups(points: Sequence[Point]) -> list[list[int]]:
    """Return the groups of points that are neighbours, directly or through others."""
    left = list(range(len(points)))
    found = []
    while left:
        group = [left.pop(0)]
        # The group grows while it is read: each new point brings its own neighbours.
        for one in group:
            near = [other for other in left if dist(points[one], points[other]) < NEIGHBOURS]
            group += near
            left = [other for other in left if other not in near]
        found.append(sorted(group))
    return found


def _is_dense(group: list[int], points: Sequence[Point]) -> bool:
    return any(
        dist(points[one], points[other]) < NEAR for one in group for other in group if one < other
    )
