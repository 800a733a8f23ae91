"""Departments and the partnerships that they work with, as two columns with lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .asked import Asked

MOST_LINKS = 600
"""Lines beyond which a drawing shows nothing any more."""

ROW = 24
"""Height of a name; WIDTH and EDGE in the same units."""
WIDTH = 900
EDGE = 270
"""Room for the names, on either side."""
SWEEPS = 8


class Node(NamedTuple):
    """A department or partnership; its number is its place in the catalogue."""

    number: int
    y: float
    links: int


class Line(NamedTuple):
    """A link by the numbers of what it joins, and its path."""

    department: int
    partnership: int
    path: str


class Network(NamedTuple):
    """The drawing."""

    width: int
    height: int
    edge: int
    departments: list[Node]
    partnerships: list[Node]
    lines: list[Line]


def network(asked: Asked) -> Network | None:
    """The drawing, or None where there are no links, or too many."""
    links = asked.links
    if not 0 < len(links) <= MOST_LINKS:
        return None
    left, right = _ordered(links)
    height = ROW * max(len(left), len(right))
    ys = _spread(left, height), _spread(right, height)
    counts = [
        [sum(link[side] == n for link in links) for n in (left, right)[side]] for side in (0, 1)
    ]
    return Network(
        WIDTH,
        height,
        EDGE,
        [Node(n, ys[0][n], count) for n, count in zip(left, counts[0], strict=True)],
        [Node(n, ys[1][n], count) for n, count in zip(right, counts[1], strict=True)],
        [Line(one, other, _curve(ys[0][one], ys[1][other])) for one, other in links],
    )


def _ordered(links: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Both columns so that lines cross seldom: each name near the mean of what it is linked to."""
    left = sorted({one for one, _ in links})
    right = sorted({other for _, other in links})
    for _ in range(SWEEPS):
        left = _by_mean(left, right, [(one, other) for one, other in links])
        right = _by_mean(right, left, [(other, one) for one, other in links])
    return left, right


def _by_mean(
    moved: Sequence[int], fixed: Sequence[int], links: Sequence[tuple[int, int]]
) -> list[int]:
    place = {number: n / len(fixed) for n, number in enumerate(fixed)}
    linked: dict[int, list[float]] = {}
    for one, other in links:
        linked.setdefault(one, []).append(place[other])
    return sorted(moved, key=lambda number: sum(linked[number]) / len(linked[number]))


def _spread(column: Sequence[int], height: float) -> Mapping[int, float]:
    step = height / len(column)
    return {number: round((n + 0.5) * step, 1) for n, number in enumerate(column)}


def _curve(start: float, end: float) -> str:
    left, right = EDGE, WIDTH - EDGE
    bend = (right - left) / 2
    return f"M{left} {start:g}C{left + bend:g} {start:g} {right - bend:g} {end:g} {right} {end:g}"
