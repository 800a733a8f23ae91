"""The institutions of a map and their names: beside them, or in a list where they are close."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from .label_boxes import NameBox, clusters, middle, placed
from .wording import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..drawing.land import Point
    from ..drawing.projection import Projection

MOST_NAMES = 30
"""Places beyond which a map names none of them."""
SHORT = 18
"""Cells to which a name is cut that finds no room otherwise."""
NEAR = 7
"""Units of a map within which places share a list of names."""
ROW = 24
"""Height of a name, in the units of a map: large enough for a finger."""
LETTER = 5.9
"""Width of a cell of a name, in the units of a map."""


class MapPlace(NamedTuple):
    """An institution on a map."""

    name: str
    label: str
    longitude: float
    latitude: float
    partnerships: tuple[str, ...]
    """Anchors of the partnerships that it is a member of; none of the home institution."""
    tone: int


class PlacedName(NamedTuple):
    """A name on a map: where it starts or ends, and how wide it is."""

    place: MapPlace
    x: float
    y: float
    width: float


class Spot(NamedTuple):
    """A point with the places there, or so near that they cannot be told apart."""

    x: float
    y: float
    places: tuple[MapPlace, ...]
    dots: tuple[Point, ...]
    names: tuple[PlacedName, ...] = ()
    """Those of the places, empty where they are only in the table below the map."""
    ends: bool = False
    """Whether the names end at their ``x`` instead of starting there."""
    line: str = ""
    """A path from the point to names that are further away, and along several of them."""

    @property
    def partnerships(self) -> list[str]:
        """Anchors of the partnerships of all its places; empty where home is one of them."""
        if not all(place.partnerships for place in self.places):
            return []
        return list(dict.fromkeys(one for place in self.places for one in place.partnerships))


Groups = list[list[MapPlace]]
Points = dict[MapPlace, "Point"]


def named(
    places: Sequence[MapPlace], projection: Projection, width: float, height: float
) -> tuple[Spot, ...]:
    """Return the places, with their names beside them where there are not too many.

    Names that find no room together are shortened, then divided into two lists, four, and so on.
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
    # This ends, because a group of one is not divided further, even if it finds no room.
    while any(len(group) > 1 for group, box in zip(groups, boxes, strict=True) if not box):
        groups = _halved(groups, boxes)
        boxes = _boxes(groups, points, width, height)
    return _spots(groups, points, boxes)


def _boxes(groups: Groups, points: Points, width: float, height: float) -> list[NameBox | None]:
    spots = [middle([points[place] for place in group]) for group in groups]
    return placed(spots, [_size(group) for group in groups], width, height)


def _spots(groups: Groups, points: Points, boxes: Sequence[NameBox | None]) -> tuple[Spot, ...]:
    dots = ([points[place] for place in group] for group in groups)
    return tuple(map(_spot, groups, dots, boxes))


def _shortened(
    groups: Groups, points: Points, boxes: Sequence[NameBox | None]
) -> tuple[Groups, Points]:
    """Return the groups with shorter names for those without a box."""
    short = {
        place: place if box else place._replace(label=cut(place.label, SHORT))
        for group, box in zip(groups, boxes, strict=True)
        for place in group
    }
    moved = {short[place]: point for place, point in points.items()}
    return [[short[place] for place in group] for group in groups], moved


def _halved(groups: Groups, boxes: Sequence[NameBox | None]) -> Groups:
    """Return the groups, those without a box in two halves."""
    found: Groups = []
    for group, box in zip(groups, boxes, strict=True):
        half = 0 if box else len(group) // 2
        found += [part for part in (group[:half], group[half:]) if part]
    return found


def _size(group: Sequence[MapPlace]) -> tuple[float, float]:
    """Return width and height of the names of a group, one above the other."""
    return max(cell_len(place.label) for place in group) * LETTER + 8, ROW * len(group)


def _spot(group: Sequence[MapPlace], dots: Sequence[Point], box: NameBox | None) -> Spot:
    spot = middle(dots)
    if box is None:
        return Spot(*spot, tuple(group), tuple(dots))
    ends = box.x + box.width / 2 < spot[0]
    x = box.x + box.width - 4 if ends else box.x + 4
    names = tuple(
        PlacedName(place, x, box.y + ROW * (n + 0.5), cell_len(place.label) * LETTER)
        for n, place in enumerate(group)
    )
    return Spot(*spot, tuple(group), tuple(dots), names, ends, _line(spot, box, ends, len(group)))


def _line(spot: Point, box: NameBox, ends: bool, rows: int) -> str:
    """Return a path from a spot to the nearer side of its names, and along that side."""
    side = box.x + box.width if ends else box.x
    top, bottom = box.y + ROW * 0.2, box.y + box.height - ROW * 0.2
    x, y = side, min(max(spot[1], top), bottom)
    if rows == 1:
        x, y = box.nearest(spot)
    is_near = abs(x - spot[0]) + abs(y - spot[1]) <= ROW / 2
    line = "" if is_near and rows == 1 else f"M{spot[0]:.1f} {spot[1]:.1f}L{x:.1f} {y:.1f}"
    return line if rows == 1 else f"{line}M{side:.1f} {top:.1f}V{bottom:.1f}"
