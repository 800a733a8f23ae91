"""Where labels go so that none lies on another or on a mark."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]

DISTANCES = (8.0, 13.0, 18.0, 24.0, 31.0, 39.0, 48.0, 60.0, 75.0)
"""Points from a mark to the middle of its label, the nearest that is free being taken."""
ANGLES = (0, 180, 90, 270, 45, 315, 135, 225, 22, 158, 202, 338, 68, 112, 248, 292)
"""Degrees: beside the mark first."""
MARK = 3.5
"""Points around the middle of a mark that are kept free."""


class Box(NamedTuple):
    """The area of a label or a mark."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether two areas have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_in(self, other: Box) -> bool:
        """Whether it is wholly within another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def around(point: Point, width: float, height: float) -> Box:
    """The area of a label or mark with its middle at a point."""
    x, y = point
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def placed(
    points: Sequence[Point], sizes: Sequence[Point], frame: Box, others: Sequence[Point] = ()
) -> list[Point]:
    """The middle of the label of each mark; sizes are (width, height).

    ``others`` are marks without a label. Where no place is free, a label lies on something else.
    """
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


def _is_free(box: Box, taken: Sequence[Box], frame: Box) -> bool:
    return box.is_in(frame) and not any(box.touches(other) for other in taken)


def _places(point: Point, width: float) -> Iterator[Point]:
    x, y = point
    for distance in DISTANCES:
        for angle in ANGLES:
            beyond = distance + (width / 2 - MARK) * abs(cos(radians(angle)))
            yield x + beyond * cos(radians(angle)), y - distance * sin(radians(angle))
