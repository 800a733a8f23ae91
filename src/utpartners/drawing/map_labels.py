"""The cities of a map and the names of their institutions: beside the dots, or in a list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from .canvas import TEXT
from .label_boxes import clusters, middle, placed
from .text import fitting, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .label_boxes import NameBox
    from .land import Point
    from .projection import Projection

MOST_NAMES = 45
"""Cities beyond which a map names none of them."""
NEAR = 4.5
"""Points within which cities share a list of names."""
MOST_LISTED = 5
"""Institutions of a city that are named on a page; of more, the city and their number are."""
ROW = TEXT * 1.25
"""Height of a name."""
WIDEST = 150.0
"""Points to which a name is cut."""
LONGEST = 90.0
"""Points up to which a name is not abbreviated."""

Facts = dict[str, Any]


@dataclass(frozen=True, eq=False)
class City:
    """A place with institutions: a dot of the map."""

    longitude: float
    latitude: float
    institutions: tuple[Facts, ...]

    def labels(self, most: int | None) -> list[str]:
        """Return the names of the institutions, short enough for a map; of a known city with more
        than ``most``, its own name and their number.
        """
        town = self.institutions[0]["city"]
        if most is not None and len(self.institutions) > most and town:
            return [f"{fitting(town, LONGEST, TEXT)} ({len(self.institutions)})"]
        return [short_name(one) for one in self.institutions]


def short_name(record: Facts) -> str:
    """Return the name of an institution if it is short, else its abbreviation, else its start."""
    name = str(record["name"])
    if width(name, TEXT) <= LONGEST:
        return name
    return fitting(record["abbreviation"] or name, WIDEST, TEXT)


def cities(records: Iterable[Facts]) -> list[City]:
    """Return the places of institutions with coordinates; those of one city share a place."""
    found: dict[tuple[Any, ...], list[Facts]] = {}
    for record in records:
        where = round(record["longitude"], 1), round(record["latitude"], 1)
        town = (record["city"], record["country"]) if record["city"] else where
        found.setdefault((record["home"], *town), []).append(record)
    return [
        City(
            *middle((one["longitude"], one["latitude"]) for one in institutions),
            tuple(institutions),
        )
        for institutions in found.values()
    ]


class Label(NamedTuple):
    """The names of cities that are close together, where they stand, and the line to them."""

    names: tuple[str, ...]
    x: float
    y: float
    is_left: bool
    """Whether the names end at ``x``, to the left of their cities, instead of starting there."""
    leader: tuple[Point, ...]
    """Corners of a line from the cities to the names; empty where they are next to each other."""


def labelled(
    places: Sequence[City],
    projection: Projection,
    size: tuple[float, float],
    radius: Callable[[City], float],
    most: int | None = None,
) -> tuple[list[Label], list[City]]:
    """Return labels for the cities of a picture, and the cities that find no room for one.

    ``radius`` is that of the dot of a city; of more than ``most`` institutions in a city, only
    their number is told.
    """
    if len(places) > MOST_NAMES:
        return [], list(places)
    points = [projection(place.longitude, place.latitude) for place in places]
    groups = [[places[n] for n in numbers] for numbers in clusters(points, NEAR)]
    while True:
        names = [[label for city in group for label in city.labels(most)] for group in groups]
        spots = [
            middle(projection(city.longitude, city.latitude) for city in group) for group in groups
        ]
        dots = [max(map(radius, group)) for group in groups]
        boxes = placed(spots, [_size(of) for of in names], *size, dots)
        crowded = [n for n, box in enumerate(boxes) if box is None and len(groups[n]) > 1]
        if not crowded:
            break
        # Cities that are close together may find room for their names one by one.
        groups = [
            part
            for n, group in enumerate(groups)
            for part in ([[city] for city in group] if n in crowded else [group])
        ]
    labels = [
        _label(of, spot, box)
        for of, spot, box in zip(names, spots, boxes, strict=True)
        if box is not None
    ]
    rest = [city for group, box in zip(groups, boxes, strict=True) if box is None for city in group]
    return labels, rest


def _size(names: Sequence[str]) -> tuple[float, float]:
    return max(width(name, TEXT) for name in names) + 5, ROW * len(names)


def _label(names: Sequence[str], spot: Point, box: NameBox) -> Label:
    is_left = box.x + box.width / 2 < spot[0]
    side = box.x + box.width - 1 if is_left else box.x + 1
    x = side - 1.5 if is_left else side + 1.5
    top, bottom = box.y + ROW * 0.2, box.y + box.height - ROW * 0.2
    nearest = (side, min(max(spot[1], top), bottom)) if len(names) > 1 else box.nearest(spot)
    distance = abs(nearest[0] - spot[0]) + abs(nearest[1] - spot[1])
    leader: tuple[Point, ...] = ()
    if len(names) > 1:
        leader = (spot, nearest, (side, top), (side, bottom))
    elif distance > ROW:
        leader = (spot, nearest)
    return Label(tuple(names), x, box.y + ROW / 2, is_left, leader)
