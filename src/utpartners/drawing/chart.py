"""A part of the world with the marks of institutions and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from . import land
from .canvas import GREY, INK, SMALL, Mark, width
from .labels import LabelBox, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .canvas import Canvas
    from .land import Point

LAND, SEA = "#dcdcdc", "#f7f9fb"
MARGIN, SMALLEST = 0.16, 0.12
"""Margin around the marks of an inset, as a share of its size, and the smallest size of an inset,
in radii of the earth.
"""
STAR = 8.0
"""Size of the mark of the home institution."""


class Pin(NamedTuple):
    """An institution, its number on the map (0 for the home institution), and its mark."""

    record: dict[str, Any]
    number: int
    mark: Mark

    @property
    def point(self) -> Point | None:
        """Longitude and latitude in degrees, where they are known and possible."""
        east, north = self.record["longitude"], self.record["latitude"]
        if east is None or north is None:
            return None
        return (east, north) if -180 <= east <= 180 and -90 <= north <= 90 else None


class Area(NamedTuple):
    """A rectangle of the map around a meridian, in radii of the earth."""

    centre: float
    left: float
    bottom: float
    right: float
    top: float
    is_world: bool = False

    @staticmethod
    def of_world(centre: float, pins: Sequence[Pin]) -> Area:
        """Return the whole world, as far south as the pins need."""
        latitudes = [pin.point[1] - 2 for pin in pins if pin.point]
        south = min([land.SOUTHERNMOST, *latitudes])
        x, y = zip(*land.outline(max(south, -90)), strict=True)
        return Area(centre, min(x), min(y), max(x), max(y), is_world=True)


def area_around(points: Sequence[Point], aspect: float) -> Area:
    """Return the area that shows these points; ``aspect`` is its width divided by its height."""
    centre = points[0][0]
    # Relative to the first point, so that a group across the 180th meridian stays together.
    turned = [(x - centre + 180) % 360 - 180 for x, _ in points]
    centre += (min(turned) + max(turned)) / 2
    x, y = zip(*(land.projected(*point, centre) for point in points), strict=True)
    wide, high = max(x) - min(x), max(y) - min(y)
    wide, high = max(wide * (1 + 2 * MARGIN), SMALLEST), max(high * (1 + 2 * MARGIN), SMALLEST)
    wide, high = max(wide, high * aspect), max(high, wide / aspect)
    middle_x, middle_y = (min(x) + max(x)) / 2, (min(y) + max(y)) / 2
    return Area(
        centre, middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2
    )


class Chart:
    """An area that is ``wide`` points on a canvas, with the pins in it."""

    def __init__(self, pins: Sequence[Pin], area: Area, wide: float) -> None:
        self.pins = list(pins)
        self.area = area
        self.wide = wide
        self._scale = wide / (area.right - area.left)
        self.height = (area.top - area.bottom) * self._scale

    def positions(self) -> list[Point]:
        """Return where the marks are, in points from the top left corner."""
        return [self._at(pin.point) for pin in self.pins if pin.point]

    def _at(self, point: Point) -> Point:
        x, y = land.projected(*point, self.area.centre)
        return (x - self.area.left) * self._scale, (self.area.top - y) * self._scale

    def draw(self, canvas: Canvas, x: float, y: float, unnumbered: Sequence[Pin]) -> None:
        """Draw it at a point of a canvas; ``unnumbered`` pins get their numbers elsewhere."""
        self._ground(canvas, x, y)
        spots = [(left + x, top + y) for left, top in self.positions()]
        numbered = [
            (pin, spot)
            for pin, spot in zip(self.pins, spots, strict=True)
            if pin.number and pin not in unnumbered
        ]
        # A label may touch the frame of an inset, and not cross it.
        frame = LabelBox(x + 1, y + 1, x + self.wide - 1, y + self.height - 1)
        # All marks come first, so that numbers keep away from those of others too.
        first = sorted(zip(self.pins, spots, strict=True), key=lambda one: one not in numbered)
        sizes = [(width(str(pin.number), SMALL) + 2, SMALL + 1.5) for pin, _ in numbered]
        rest = [spot for _, spot in first[len(numbered) :]]
        middles = placed([spot for _, spot in numbered], sizes, frame, rest)
        for (pin, spot), middle in zip(numbered, middles, strict=True):
            canvas.line((spot[0], middle[0]), (spot[1], middle[1]), color=GREY, linewidth=0.4)
            canvas.text(
                *middle, str(pin.number), SMALL, ha="center", weight="bold",
                bbox={"boxstyle": "square,pad=0.08", "fc": "white", "ec": "none", "alpha": 0.85},
            )  # fmt: skip
        for pin, spot in zip(self.pins, spots, strict=True):
            size = 4.5 if pin.number else STAR
            canvas.mark(*spot, pin.mark, size, markeredgecolor="white", markeredgewidth=0.4)

    def _ground(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw land and sea."""
        area = self.area
        axes = canvas.frame(x, y, self.wide, self.height)
        axes.set(xlim=(area.left, area.right), ylim=(area.bottom, area.top), zorder=-1)
        corners = [
            (area.left, area.bottom), (area.left, area.top), (area.right, area.top),
            (area.right, area.bottom),
        ]  # fmt: skip
        edge = land.outline() if area.is_world else corners
        ground = Polygon(edge, closed=True, facecolor=SEA, edgecolor="none")
        axes.add_patch(ground)
        # One path for all rings: lakes, which run the other way, are then holes in it.
        rings = list(land.shores(area.centre))
        paths = [Path([*ring, ring[0]], closed=True) for ring in rings]
        shapes = PathPatch(Path.make_compound_path(*paths), facecolor=LAND, edgecolor="none")
        axes.add_patch(shapes)
        shapes.set_clip_path(ground)
        if not area.is_world:
            axes.add_patch(Polygon(corners, closed=True, fill=False, edgecolor=INK, linewidth=0.8))
