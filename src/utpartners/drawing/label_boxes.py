"""Where names find room on a map, so that none covers another, and which points are close."""

from __future__ import annotations

from itertools import chain
from math import cos, hypot, pi, sin
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .land import Point

DISTANCES = (5, 9, 15, 24, 36)
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

SPOT = 3.0
"""Units around a spot that are taken, at the least."""
ROOM = 1.5
"""Units that are left free around a name, and at the edge of the picture."""


class NameBox(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

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


def placed(
    spots: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
    width: float,
    height: float,
    dots: Sequence[float] = (),
) -> list[NameBox | None]:
    """Return a box of each size beside its spot in a picture; None where there is no room.

    ``dots`` are the radii of the spots, if these are large. The largest boxes are placed first.
    No box covers another, a spot, or a line from a spot to its box,
    and no line another spot or line.
    """
    radii = [max(SPOT, dot) for dot in dots] or [SPOT] * len(spots)
    picture = _Picture(spots, radii, width, height)
    found: list[NameBox | None] = [None] * len(spots)
    # The largest first: it would find no room among the others.
    for number in sorted(range(len(spots)), key=lambda n: (-sizes[n][1], -sizes[n][0], n)):
        spot, size = spots[number], sizes[number]
        boxes = chain(_around(spot, size, radii[number] - SPOT), picture.nearby(spot, size))
        found[number] = next((box for box in boxes if picture.takes(spot, box)), None)
    return found


class _Picture:
    """Which parts of a picture are taken: by spots, by names, and by the lines between them."""

    def __init__(
        self, spots: Sequence[Point], radii: Sequence[float], width: float, height: float
    ) -> None:
        self._width, self._height = width, height
        self._spots = [
            NameBox(x - r, y - r, 2 * r, 2 * r) for (x, y), r in zip(spots, radii, strict=True)
        ]
        self._names: list[NameBox] = []
        self._lines: list[Point] = []

    def takes(self, spot: Point, box: NameBox) -> bool:
        """Take the place of a name and of the line to it; return whether both were free."""
        line = list(_between(spot, box.nearest(spot)))
        # Those at the spot itself are where the line begins.
        others = [other for other in self._spots if not other.has(spot)]
        if (
            not box.is_within(self._width, self._height)
            or any(map(box.meets, self._spots))
            or any(map(box.meets, self._names))
            or any(map(box.has, self._lines))
            or any(name.has(point) for name in self._names for point in line)
            or any(other.has(point) for other in others for point in line)
            or self._is_crossed(line)
        ):
            return False
        self._names.append(box)
        self._lines += line
        return True

    def _is_crossed(self, line: Sequence[Point]) -> bool:
        """Return whether a line comes too close to one that is drawn already."""
        return any(hypot(x - a, y - b) < APART for x, y in line for a, b in self._lines)

    def nearby(self, spot: Point, size: tuple[float, float]) -> Iterator[NameBox]:
        """Yield boxes within reach of a spot, the nearest first."""
        boxes = [
            NameBox(x, y, *size)
            for y in range(1, int(self._height), STEP)
            for x in range(1, int(self._width), STEP)
        ]
        far = {box: hypot(*map(sub, box.nearest(spot), spot)) for box in boxes}
        yield from sorted(
            (box for box in boxes if far[box] <= REACH * self._width), key=far.__getitem__
        )


def _between(start: Point, end: Point) -> Iterator[Point]:
    """Yield points of a line, ``BETWEEN`` units apart."""
    steps = int(hypot(end[0] - start[0], end[1] - start[1]) / BETWEEN) + 1
    for step in range(steps):
        share = step / steps
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def _around(spot: Point, size: tuple[float, float], dot: float) -> Iterator[NameBox]:
    """Yield boxes near a spot with a dot, the nearest and those to its right first."""
    x, y = spot
    wide, high = size
    for distance in DISTANCES:
        for turn in sorted(range(DIRECTIONS), key=lambda n: min(n, DIRECTIONS - n)):
            angle = 2 * pi * turn / DIRECTIONS
            across, down = cos(angle), sin(angle)
            left = x + (dot + distance) * across - wide * (1 - across) / 2
            yield NameBox(left, y + (dot + distance) * down - high * (1 - down) / 2, wide, high)


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
