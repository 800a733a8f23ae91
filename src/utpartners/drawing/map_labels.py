"""The cities of a map and the names of their institutions: beside the dots, or in a list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from .label_boxes import NameBox, Room, clusters, middle, square
from .looks import TEXT
from .marks import FURTHEST
from .text import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .land import Point

MOST_NAMES = 45
"""Cities beyond which a map names none of them."""
NEAR = 4.5
"""Points within which cities share a list of names."""
MOST_LISTED = 5
"""Institutions of a city that are named on a page; of more, the city and their number are."""
ROW = TEXT * 1.25
"""Height of a name."""
WIDEST = 150.0
"""Points of the longest name that stands on a map."""
LONGEST = 90.0
"""Points up to which a name is not abbreviated."""

Facts = dict[str, Any]


@dataclass(frozen=True, eq=False)
class City:
    """A place with institutions: a dot of the map."""

    longitude: float
    latitude: float
    institutions: tuple[Facts, ...]

    @property
    def town(self) -> str:
        """The name of the city; empty where the catalogue has none."""
        return str(self.institutions[0]["city"] or "")

    def labels(self, most: int | None) -> list[str]:
        """Return the names of the institutions, short enough for a map, or none if one is not.

        With ``most``, a city with more institutions, or with a name that is too long, is told by
        its own name and their number.
        """
        names = [short_name(one) for one in self.institutions]
        if most is not None and self.town and (len(names) > most or not _fit(names)):
            names = [f"{self.town} ({len(names)})" if len(names) > 1 else self.town]
        return names if _fit(names) else []


def _fit(names: Iterable[str]) -> bool:
    return all(width(name, TEXT) <= WIDEST for name in names)


def short_name(record: Facts) -> str:
    """Return the name of an institution if it is short, else its abbreviation if it has one."""
    name = str(record["name"])
    if width(name, TEXT) <= LONGEST:
        return name
    return str(record["abbreviation"] or name)


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


class Dots(NamedTuple):
    """The dots of a map of some size: where each city is, and the radius of its dot."""

    at: dict[City, Point]
    radius: Callable[[City], float]
    width: float
    height: float

    def around(self, group: Iterable[City]) -> NameBox:
        """Return the rectangle around the dots of cities, with the corners of their marks."""
        boxes = [square(self.at[city], self.radius(city) * FURTHEST) for city in group]
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right = max(box.x + box.width for box in boxes)
        bottom = max(box.y + box.height for box in boxes)
        return NameBox(left, top, right - left, bottom - top)

    def room(self) -> Room:
        """Return the room that the dots leave."""
        return Room([self.around([city]) for city in self.at], self.width, self.height)


def labelled(
    places: Sequence[City], dots: Dots, most: int | None = None
) -> tuple[list[Label], list[City], Room]:
    """Return labels for cities of a picture, the cities without one, and the room that is left.

    Of more than ``most`` institutions in a city, only their number is told.
    """
    if len(places) > MOST_NAMES:
        return [], list(places), dots.room()
    named = {city: own for city in places if (own := city.labels(most))}
    points = [dots.at[city] for city in named]
    known = list(named)
    groups = [[known[n] for n in numbers] for numbers in clusters(points, NEAR)]
    while True:
        names = [[one for city in group for one in named[city]] for group in groups]
        room = dots.room()
        boxes = _placed(room, [dots.around(group) for group in groups], names)
        crowded = [n for n, box in enumerate(boxes) if box is None and len(groups[n]) > 1]
        if not crowded:
            break
        # Cities that are close together may find room for their names one by one.
        groups = [
            part
            for n, group in enumerate(groups)
            for part in ([[city] for city in group] if n in crowded else [group])
        ]
    found = [(n, box) for n, box in enumerate(boxes) if box is not None]
    labels = [_label(names[n], dots.around(groups[n]), box) for n, box in found]
    done = {city for n, _ in found for city in groups[n]}
    return labels, [city for city in places if city not in done], room


def _placed(
    room: Room, around: Sequence[NameBox], names: Sequence[Sequence[str]]
) -> list[NameBox | None]:
    """Return where names stand beside their dots."""
    sizes = [_size(of) for of in names]
    found: list[NameBox | None] = [None] * len(sizes)
    # The largest first: it would find no room among the others.
    for n in sorted(range(len(sizes)), key=lambda n: (-sizes[n][1], -sizes[n][0], n)):
        found[n] = room.place(around[n], sizes[n])
    return found


def numbered(
    places: Sequence[City], dots: Dots, room: Room, first: int
) -> tuple[list[Label], dict[int, list[City]]]:
    """Return numbers beside cities, counted from ``first``, and the cities of each number.

    A city that has no room even for a number shares that of the nearest one that has.
    """
    labels: list[Label] = []
    found: dict[int, list[City]] = {}
    without: list[City] = []
    for city in places:
        name, dot = str(first + len(found)), dots.around([city])
        # In a crowd, a line may pass below other dots rather than that there is no number.
        box = room.place(dot, _size([name])) or room.place(dot, _size([name]), crossing=True)
        if box is None:
            without.append(city)
            continue
        labels.append(_label([name], dot, box))
        found[first + len(found)] = [city]
    for city in without:
        # Without any number there is one that only the list has.
        near = min(
            found or [first], key=lambda n: _far(dots.at[found.get(n, [city])[0]], dots.at[city])
        )
        found.setdefault(near, []).append(city)
    return labels, found


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _size(names: Sequence[str]) -> tuple[float, float]:
    """Return the width and height of names below each other, with their halo."""
    return max(width(name, TEXT) for name in names) + 5, ROW * len(names)


def _label(names: Sequence[str], dot: NameBox, box: NameBox) -> Label:
    spot = dot.middle
    is_left = box.x + box.width / 2 < spot[0]
    side = box.x + box.width - 1 if is_left else box.x + 1
    x = side - 1.5 if is_left else side + 1.5
    top, bottom = box.y + ROW * 0.2, box.y + box.height - ROW * 0.2
    nearest = (side, min(max(spot[1], top), bottom)) if len(names) > 1 else box.nearest(spot)
    distance = _far(nearest, spot) - max(dot.width, dot.height) / 2
    leader: tuple[Point, ...] = ()
    if len(names) > 1:
        leader = (spot, nearest, (side, top), (side, bottom))
    elif distance > ROW:
        leader = (spot, nearest)
    return Label(tuple(names), x, box.y + ROW / 2, is_left, leader)
