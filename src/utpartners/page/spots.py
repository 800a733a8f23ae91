"""The places of a map and their names: beside them, or in a list where they are close."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from .labels import Box, clusters, middle, placed
from .names import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .projection import Point, Projection

MOST_NAMES = 30
"""Places of one map beyond which none is named on it."""
SHORT = 18
"""Cells of a name that finds no room otherwise."""
NEAR = 7
"""Units of a map within which places share a list of names."""
ROW = 24
"""Height of a name, in the units of a map: enough to be hit with a finger."""
LETTER = 5.9
"""Width of a cell of a name, likewise."""


class Place(NamedTuple):
    """An institution on a map."""

    name: str
    label: str
    longitude: float
    latitude: float
    partnerships: tuple[str, ...]
    """Anchors of the partnerships that it is a member of; none of the home institution."""
    tone: int


class Name(NamedTuple):
    """A name on a map: where its letters start or end, and how wide they are."""

    place: Place
    x: float
    y: float
    width: float


class Spot(NamedTuple):
    """A point with the places that are there, or so near that they cannot be told apart."""

    x: float
    y: float
    places: tuple[Place, ...]
    dots: tuple[Point, ...]
    names: tuple[Name, ...] = ()
    """Those of the places, empty where they are only in the table below the map."""
    ends: bool = False
    """Whether the names end, instead of starting, at their ``x``."""
    line: str = ""
    """A path from the point to names that are further away, and along several of them."""

    @property
    def partnerships(self) -> list[str]:
        """Anchors of the partnerships of all its places; none where home is one of them."""
        if not all(place.partnerships for place in self.places):
            return []
        return list(dict.fromkeys(one for place in self.places for one in place.partnerships))


Groups = list[list[Place]]
Points = dict[Place, "Point"]


def named(
    places: Sequence[Place], projection: Projection, width: float, height: float
) -> tuple[Spot, ...]:
    """The places with their names beside them, where there are not too many.

    Names that find no room together are shortened, and then go into two lists, four, and so on.
    """
    points = {place: projection(place.longitude, place.latitude) for place in places}
    near = clusters(list(points.values()), NEAR)
    groups = [[places[number] for number in numbers] for numbers in near]
    if len(places) > MOST_NAMES:
        return _spots(groups, points, [None] * len(groups))
    boxes = _boxes(groups, points, width, height)
    if None in boxes:
        groups, points = _shortened(groups, points, boxes)
        boxes = _boxes(groups, points, width, height)
    while any(len(group) > 1 for group, box in zip(groups, boxes, strict=True) if not box):
        groups = _halved(groups, boxes)
        boxes = _boxes(groups, points, width, height)
    return _spots(groups, points, boxes)


def _boxes(groups: Groups, points: Points, width: float, height: float) -> list[Box | None]:
    spots = [middle([points[place] for place in group]) for group in groups]
    return placed(spots, [_size(group) for group in groups], width, height)


def _spots(groups: Groups, points: Points, boxes: Sequence[Box | None]) -> tuple[Spot, ...]:
    dots = ([points[place] for place in group] for group in groups)
    return tuple(map(_spot, groups, dots, boxes))


def _shortened(
    groups: Groups, points: Points, boxes: Sequence[Box | None]
) -> tuple[Groups, Points]:
    """Groups of places of which those without a box have shorter names."""
    short = {
        place: place if box else place._replace(label=cut(place.label, SHORT))
        for group, box in zip(groups, boxes, strict=True)
        for place in group
    }
    moved = {short[place]: point for place, point in points.items()}
    return [[short[place] for place in group] for group in groups], moved


def _halved(groups: Groups, boxes: Sequence[Box | None]) -> Groups:
    """Groups of which those without a box are in two parts."""
    found: Groups = []
    for group, box in zip(groups, boxes, strict=True):
        half = 0 if box else len(group) // 2
        found += [part for part in (group[:half], group[half:]) if part]
    return found


def _size(group: Sequence[Place]) -> tuple[float, float]:
    """Of the names of a group, one above the other."""
    return max(cell_len(place.label) for place in group) * LETTER + 8, ROW * len(group)


def _spot(group: Sequence[Place], dots: Sequence[Point], box: Box | None) -> Spot:
    spot = middle(dots)
    if box is None:
        return Spot(*spot, tuple(group), tuple(dots))
    ends = box.x + box.width / 2 < spot[0]
    x = box.x + box.width - 4 if ends else box.x + 4
    names = tuple(
        Name(place, x, box.y + ROW * (n + 0.5), cell_len(place.label) * LETTER)
        for n, place in enumerate(group)
    )
    return Spot(*spot, tuple(group), tuple(dots), names, ends, _line(spot, box, ends, len(group)))


def _line(spot: Point, box: Box, ends: bool, rows: int) -> str:
    """From a spot to the side of its names that is nearer, and down that side."""
    side = box.x + box.width if ends else box.x
    top, bottom = box.y + ROW * 0.2, box.y + box.height - ROW * 0.2
    x, y = side, min(max(spot[1], top), bottom)
    if rows == 1:
        x, y = box.nearest(spot)
    is_near = abs(x - spot[0]) + abs(y - spot[1]) <= ROW / 2
    line = "" if is_near and rows == 1 else f"M{spot[0]:.1f} {spot[1]:.1f}L{x:.1f} {y:.1f}"
    return line if rows == 1 else f"{line}M{side:.1f} {top:.1f}V{bottom:.1f}"
