"""A piece of the world with the marks of institutions and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from . import globe
from .labels import Box, placed
from .sheet import GREY, INK, SMALL, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .globe import Point
    from .places import Place
    from .sheet import Sheet

LAND, SEA = "#dcdcdc", "#f7f9fb"
MARGIN, SMALLEST = 0.16, 0.12
"""Around the marks of an inset: a share of its size. The smallest size of one, of the map's units
(the radius of the earth).
"""
STAR = 8.0


class Area(NamedTuple):
    """A rectangle of the map around a meridian, in units of the radius of the earth."""

    centre: float
    left: float
    bottom: float
    right: float
    top: float
    is_world: bool = False

    @staticmethod
    def of_world(centre: float, places: Sequence[Place]) -> Area:
        """The whole world, as far south as needed."""
        latitudes = [place.point[1] - 2 for place in places if place.point]
        south = min([globe.SOUTHERNMOST, *latitudes])
        x, y = zip(*globe.outline(max(south, -90)), strict=True)
        return Area(centre, min(x), min(y), max(x), max(y), is_world=True)


def area_around(points: Sequence[Point], aspect: float) -> Area:
    """The area that shows these points; ``aspect`` is its width by its height."""
    centre = points[0][0]
    turned = [(x - centre + 180) % 360 - 180 for x, _ in points]
    centre += (min(turned) + max(turned)) / 2
    x, y = zip(*(globe.projected(*point, centre) for point in points), strict=True)
    wide, high = max(x) - min(x), max(y) - min(y)
    wide, high = max(wide * (1 + 2 * MARGIN), SMALLEST), max(high * (1 + 2 * MARGIN), SMALLEST)
    wide, high = max(wide, high * aspect), max(high, wide / aspect)
    middle_x, middle_y = (min(x) + max(x)) / 2, (min(y) + max(y)) / 2
    return Area(
        centre, middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2
    )


class Chart:
    """An area that is ``wide`` points on a sheet, with the places in it."""

    def __init__(self, places: Sequence[Place], area: Area, wide: float) -> None:
        self.places = list(places)
        self.area = area
        self.wide = wide
        self._scale = wide / (area.right - area.left)
        self.height = (area.top - area.bottom) * self._scale

    def positions(self) -> list[Point]:
        """Where the marks are, in points from the top left corner."""
        return [self._at(place.point) for place in self.places if place.point]

    def _at(self, point: Point) -> Point:
        x, y = globe.projected(*point, self.area.centre)
        return (x - self.area.left) * self._scale, (self.area.top - y) * self._scale

    def draw(self, sheet: Sheet, x: float, y: float, unnumbered: Sequence[Place]) -> None:
        """Draw it at a place of a sheet; some places are numbered elsewhere."""
        self._ground(sheet, x, y)
        spots = [(left + x, top + y) for left, top in self.positions()]
        numbered = [
            (place, spot)
            for place, spot in zip(self.places, spots, strict=True)
            if place.number and place not in unnumbered
        ]
        frame = Box(x + 1, y + 1, x + self.wide - 1, y + self.height - 1)
        # All marks come first, so that numbers keep away from those of others too.
        first = sorted(zip(self.places, spots, strict=True), key=lambda one: one not in numbered)
        sizes = [(width(str(place.number), SMALL) + 2, SMALL + 1.5) for place, _ in numbered]
        rest = [spot for _, spot in first[len(numbered) :]]
        middles = placed([spot for _, spot in numbered], sizes, frame, rest)
        for (place, spot), middle in zip(numbered, middles, strict=True):
            sheet.line((spot[0], middle[0]), (spot[1], middle[1]), color=GREY, linewidth=0.4)
            sheet.text(
                *middle, str(place.number), SMALL, ha="center", weight="bold",
                bbox={"boxstyle": "square,pad=0.08", "fc": "white", "ec": "none", "alpha": 0.85},
            )  # fmt: skip
        for place, spot in zip(self.places, spots, strict=True):
            size = 4.5 if place.number else STAR
            sheet.mark(*spot, place.mark, size, markeredgecolor="white", markeredgewidth=0.4)

    def _ground(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw land and sea."""
        area = self.area
        axes = sheet.frame(x, y, self.wide, self.height)
        axes.set(xlim=(area.left, area.right), ylim=(area.bottom, area.top), zorder=-1)
        corners = [
            (area.left, area.bottom), (area.left, area.top), (area.right, area.top),
            (area.right, area.bottom),
        ]  # fmt: skip
        edge = globe.outline() if area.is_world else corners
        ground = Polygon(edge, closed=True, facecolor=SEA, edgecolor="none")
        axes.add_patch(ground)
        rings = list(globe.shores(area.centre))
        paths = [Path([*ring, ring[0]], closed=True) for ring in rings]
        shapes = PathPatch(Path.make_compound_path(*paths), facecolor=LAND, edgecolor="none")
        axes.add_patch(shapes)
        shapes.set_clip_path(ground)
        if not area.is_world:
            axes.add_patch(Polygon(corners, closed=True, fill=False, edgecolor=INK, linewidth=0.8))
