"""Where names find room on a map, so that none covers another, and which points are close."""

from __future__ import annotations

from itertools import chain
from math import cos, hypot, pi, sin
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .land import Point

DISTANCES = (2, 6, 12, 21, 33)
"""Units from a dot to its name, the nearest first."""
DIRECTIONS = 16
STEP = 5
"""Step in units, where a box may be anywhere near because none of those positions is free."""
REACH = 0.125
"""From a spot to its box at the most, as a share of the width of the picture: a longer line would
be hard to follow.
"""
APART = 2.0
"""Units between two lines, whose points are ``BETWEEN`` apart."""
BETWEEN = 2.5

ROOM = 1.5
"""Units that are left free around a name, and at the edge of the picture."""


class NameBox(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: NameBox) -> bool:
        """Return whether two rectangles overlap, with some room around them."""
        return (
            self.x < other.x + other.width + ROOM
            and other.x < self.x + self.width + ROOM
            and self.y < other.y + other.height + ROOM
            and other.y < self.y + self.height + ROOM
        )

    def is_within(self, width: float, height: float) -> bool:
        """Return whether it lies within a picture of this size."""
        return (
            self.x >= ROOM
            and self.y >= ROOM
            and self.x + self.width <= width - ROOM
            and self.y + self.height <= height - ROOM
        )

    def has(self, point: Point) -> bool:
        """Return whether a point lies in it."""
        return (
            self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height
        )

    def nearest(self, point: Point) -> Point:
        """Return its point that is nearest to another point."""
        return (
            min(max(point[0], self.x), self.x + self.width),
            min(max(point[1], self.y), self.y + self.height),
        )


def square(point: Point, radius: float) -> NameBox:
    """Return the square around a dot."""
    return NameBox(point[0] - radius, point[1] - radius, 2 * radius, 2 * radius)


class Room:
    """Which parts of a picture are taken: by dots, by names, and by the lines between them."""

    def __init__(self, dots: Sequence[NameBox], width: float, height: float) -> None:
        self._dots, self._width, self._height = dots, width, height
        self._names: list[NameBox] = []
        self._lines: list[Point] = []

    def place(
        self, dot: NameBox, size: tuple[float, float], *, crossing: bool = False
    ) -> NameBox | None:
        """Take a box of a size beside a dot, and the line to it; return None without any room.

        No box covers another, a dot, or a line from a dot to its box, and no line another line, or
        unless it may be ``crossing``, another dot.
        """
        boxes = chain(_around(dot, size), self._nearby(dot.middle, size))
        return next((box for box in boxes if self._takes(dot, box, crossing)), None)

    def _takes(self, dot: NameBox, box: NameBox, crossing: bool) -> bool:
        """Take the place of a name and of the line to it; return whether both were free."""
        spot = dot.middle
        if (
            not box.is_within(self._width, self._height)
            or any(map(box.meets, self._dots))
            or any(map(box.meets, self._names))
            or any(map(box.has, self._lines))
        ):
            return False
        line = list(_between(spot, box.nearest(spot)))
        # The line begins at its own dot, and at those that lie upon it.
        others = [] if crossing else [other for other in self._dots if not other.has(spot)]
        if any(one.has(point) for one in (*self._names, *others) for point in line) or any(
            hypot(x - a, y - b) < APART for x, y in line for a, b in self._lines
        ):
            return False
        self._names.append(box)
        self._lines += line
        return True

    def _nearby(self, spot: Point, size: tuple[float, float]) -> Iterator[NameBox]:
        """Yield boxes within reach of a spot, the nearest first."""
        reach = REACH * self._width
        left, right = max(1, int(spot[0] - reach - size[0])), min(self._width, spot[0] + reach)
        top, bottom = max(1, int(spot[1] - reach - size[1])), min(self._height, spot[1] + reach)
        boxes = [
            NameBox(x, y, *size)
            for y in range(top, int(bottom), STEP)
            for x in range(left, int(right), STEP)
        ]
        far = {box: hypot(*map(sub, box.nearest(spot), spot)) for box in boxes}
        yield from sorted((box for box in boxes if far[box] <= reach), key=far.__getitem__)


def _between(start: Point, end: Point) -> Iterator[Point]:
    """Yield points of a line, ``BETWEEN`` units apart."""
    steps = int(hypot(end[0] - start[0], end[1] - start[1]) / BETWEEN) + 1
    for step in range(steps):
        share = step / steps
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _around(dot: NameBox, size: tuple[float, float]) -> Iterator[NameBox]:
    """Yield boxes near a dot, the nearest and those to its right first."""
    (x, y), radius = dot.middle, max(dot.width, dot.height) / 2
    wide, high = size
    for distance in DISTANCES:
        for turn in sorted(range(DIRECTIONS), key=lambda n: min(n, DIRECTIONS - n)):
            angle = 2 * pi * turn / DIRECTIONS
            across, down = cos(angle), sin(angle)
            left = x + (radius + distance) * across - wide * (1 - across) / 2
            yield NameBox(left, y + (radius + distance) * down - high * (1 - down) / 2, wide, high)


def clusters(points: Sequence[Point], nearness: float) -> list[list[int]]:
    """Return groups of indices of points that are nearer than that, directly or through others."""
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
    """Return the mean of points."""
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
