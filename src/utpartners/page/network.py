"""Departments and the partnerships that they work with, as two columns with lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .context import PageContext

MOST_LINKS = 600
"""Lines beyond which the drawing cannot be read."""

ROW = 24
"""Height of a name; WIDTH and EDGE in the same units."""
WIDTH = 900
EDGE = 270
"""Room for the names, on either side."""
SWEEPS = 8
"""How often both columns are sorted in turn; further sweeps change next to nothing."""


class NetworkNode(NamedTuple):
    """A department or partnership; ``number`` is its index in the catalogue."""

    number: int
    y: float
    links: int


class NetworkLine(NamedTuple):
    """A link: the numbers of both nodes, and the path of the line."""

    department: int
    partnership: int
    path: str


class NetworkDiagram(NamedTuple):
    """The drawing."""

    width: int
    height: int
    edge: int
    departments: list[NetworkNode]
    partnerships: list[NetworkNode]
    lines: list[NetworkLine]


def network(context: PageContext) -> NetworkDiagram | None:
    """Return the drawing, or None where there are no links, or too many."""
    links = context.links
    if not 0 < len(links) <= MOST_LINKS:
        return None
    left, right = _ordered(links)
    height = ROW * max(len(left), len(right))
    ys = _spread(left, height), _spread(right, height)
    counts = [
        [sum(link[side] == n for link in links) for n in (left, right)[side]] for side in (0, 1)
    ]
    return NetworkDiagram(
        WIDTH,
        height,
        EDGE,
        [NetworkNode(n, ys[0][n], count) for n, count in zip(left, counts[0], strict=True)],
        [NetworkNode(n, ys[1][n], count) for n, count in zip(right, counts[1], strict=True)],
        [NetworkLine(one, other, _curve(ys[0][one], ys[1][other])) for one, other in links],
    )


def _ordered(links: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return both columns in an order in which few lines cross: each name near its linked ones."""
    left = sorted({one for one, _ in links})
    right = sorted({other for _, other in links})
    # The barycentre heuristic: each sweep moves a name towards the mean of its linked ones.
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
