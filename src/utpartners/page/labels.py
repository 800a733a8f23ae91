"""Where the names of places stand on a map, so that none covers another."""

from __future__ import annotations

from itertools import chain
from math import cos, hypot, pi, sin
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .projection import Point

DISTANCES = (9, 16, 26, 38)
DIRECTIONS = 16
STEP = 8
"""Where none of those is free, a box may be anywhere, in steps of so many units."""

ROOM = 3
"""What is left free around a name, and at the edge of the picture."""


class Box(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two have anything in common, with some room around them."""
        return (
            self.x < other.x + other.width + ROOM
            and other.x < self.x + self.width + ROOM
            and self.y < other.y + other.height + ROOM
            and other.y < self.y + self.height + ROOM
        )

    def is_within(self, width: float, height: float) -> bool:
        """Whether it lies in a picture of this size."""
        return (
            self.x >= ROOM
            and self.y >= ROOM
            and self.x + self.width <= width - ROOM
            and self.y + self.height <= height - ROOM
        )

    def has(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return (
            self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height
        )

    def nearest(self, point: Point) -> Point:
        """The point of it that is nearest to another."""
        return (
            min(max(point[0], self.x), self.x + self.width),
            min(max(point[1], self.y), self.y + self.height),
        )


def placed(
    spots: Sequence[Point], sizes: Sequence[tuple[float, float]], width: float, height: float
) -> list[Box | None]:
    """A box of its size beside each spot, in a picture; None where there is no room for it.

    The largest are placed first. No box covers another, or a spot, or a line from one to its box.
    """
    picture = _Picture(spots, width, height)
    found: list[Box | None] = [None] * len(spots)
    for number in sorted(range(len(spots)), key=lambda n: (-sizes[n][1], -sizes[n][0], n)):
        spot, size = spots[number], sizes[number]
        boxes = chain(_around(spot, size), picture.nearby(spot, size))
        found[number] = next((box for box in boxes if picture.takes(spot, box)), None)
    return found


class _Picture:
    """What of a picture is taken: by spots, by names, and by the lines between them."""

    def __init__(self, spots: Sequence[Point], width: float, height: float) -> None:
        self._width, self._height = width, height
        self._spots = [Box(x - 4, y - 4, 8, 8) for x, y in spots]
        self._names: list[Box] = []
        self._lines: list[Point] = []

    def takes(self, spot: Point, box: Box) -> bool:
        """Takes the place of a name and of the line to it, where both are free."""
        line = list(_between(spot, box.nearest(spot)))
        if (
            not box.is_within(self._width, self._height)
            or any(map(box.meets, self._spots))
            or any(map(box.meets, self._names))
            or any(map(box.has, self._lines))
            or any(name.has(point) for name in self._names for point in line)
        ):
            return False
        self._names.append(box)
        self._lines += line
        return True

    def nearby(self, spot: Point, size: tuple[float, float]) -> Iterator[Box]:
        """Boxes anywhere, those nearest to a spot first."""
        boxes = [
            Box(x, y, *size)
            for y in range(ROOM, int(self._height), STEP)
            for x in range(ROOM, int(self._width), STEP)
        ]
        yield from sorted(boxes, key=lambda box: hypot(*map(sub, box.nearest(spot), spot)))


def _between(start: Point, end: Point) -> Iterator[Point]:
    """Points of a line, some units from each other."""
    steps = int(hypot(end[0] - start[0], end[1] - start[1]) / STEP) + 1
    for step in range(steps):
        share = step / steps
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _around(spot: Point, size: tuple[float, float]) -> Iterator[Box]:
    """Boxes near a spot, the nearest and those to the right of it first."""
    x, y = spot
    wide, high = size
    for distance in DISTANCES:
        for turn in sorted(range(DIRECTIONS), key=lambda n: min(n, DIRECTIONS - n)):
            angle = 2 * pi * turn / DIRECTIONS
            across, down = cos(angle), sin(angle)
            left = x + distance * across - wide * (1 - across) / 2
            yield Box(left, y + distance * down - high * (1 - down) / 2, wide, high)


def clusters(points: Sequence[Point], nearness: float) -> list[list[int]]:
    """The numbers of points that lie nearer to each other than that, one step after the other."""
    group = list(range(len(points)))
    for one, (x, y) in enumerate(points):
        for other in range(one):
            if hypot(points[other][0] - x, points[other][1] - y) < nearness and (
                group[one] != group[other]
            ):
                _join(group, one, other)
    found: dict[int, list[int]] = {}
    for number, of in enumerate(group):
        found.setdefault(of, []).append(number)
    return list(found.values())


def _join(group: list[int], one: int, other: int) -> None:
    kept, gone = sorted((group[one], group[other]))
    for number, of in enumerate(group):
        if of == gone:
            group[number] = kept


def middle(points: Iterable[Point]) -> Point:
    """The mean of some points."""
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
