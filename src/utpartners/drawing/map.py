"""Where the institutions are: a map of the world, larger maps of regions with many, and a list.

A dot is a city; its size says how many institutions are there, its colour and shape their status.
Names stand beside the dots where there is room, else in a list below, under the number of the dot.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from math import ceil, sqrt
from typing import TYPE_CHECKING, NamedTuple, cast

from ..errors import UtpartnersError
from ..i18n import translated
from ..vocabulary import word
from .canvas import BOTTOM, LEGEND_LINE, TOP, Canvas
from .land import REGIONS as COAST_OF_REGIONS
from .land import WORLD
from .limits import at_most, narrower
from .looks import SMALL
from .map_labels import MOST_LISTED, ROW, City, Dots, cities, labelled, numbered
from .map_list import LISTS, is_short, lines_below
from .map_regions import crowded, region_of
from .marks import FURTHEST, HOME, marks
from .projection import FINENESS, Plane, World, land_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Map, Table
    from .canvas import Size
    from .land import Point
    from .marks import Mark
    from .projection import Projection, Region

MOST_REGIONS = 4
MOST_INSTITUTIONS = 400
CENTRES = (11.0, 149.0)
"""Central longitudes of the world map: the one nearer to home is taken."""
WIDE, HIGH, SCALE, EQUATOR = 960.0, 428.0, 177.0, 232.0
"""Proportions of the world map, which ends south of Cape Horn."""
GAP = 9.0
END = GAP / 2 + BOTTOM + 2.6 * SMALL
"""What the source in three lines needs below the list."""
HEAD = 12.0
"""Height of the name above a map of a region."""
DOT = 2.5
"""Radius of the dot of one institution."""
LARGEST = 9.0
"""Radius up to which dots are as large as their numbers say; beyond, all dots are smaller,"""
LEAST = 0.7
"""but not smaller than this share."""


class Part(NamedTuple):
    """A map, of the world or a region, on the canvas."""

    name: str
    width: float
    height: float
    projection: Projection
    coast: str
    shown: Sequence[City]
    named: Sequence[City]
    """Those of the cities that this map names; another one names the others."""

    def dots(self, look: Look) -> Dots:
        """Return where the dots of the cities are; at a pole or an edge, one stays on its map."""
        at = {}
        for city in self.shown:
            x, y = self.projection(city.longitude, city.latitude)
            edge = look.radius(city) * FURTHEST + 1
            at[city] = (
                min(max(x, edge), self.width - edge),
                min(max(y, edge), self.height - edge),
            )
        return Dots(at, look.radius, self.width, self.height)


class Look(NamedTuple):
    """The marks of the statuses, the size of dots, and the numbers of cities without a name."""

    kinds: Mapping[str, Mark]
    dot: float
    """Radius of the dot of one institution."""
    numbers: dict[int, list[City]]
    most: int | None = None
    """Institutions of a city that are named, if not all; cities then have no numbers."""

    def mark(self, city: City) -> Mark:
        """Return the mark of a city: that of the first status of its institutions."""
        record = city.institutions[0]
        return HOME if record["home"] else self.kinds[record["statuses"][0]]

    def radius(self, city: City) -> float:
        """Return the radius of the dot of a city, whose area is its number of institutions."""
        return self.dot * sqrt(len(city.institutions)) * (1.4 if self.mark(city) is HOME else 1)


def draw(table: Table, size: Size) -> Canvas:
    """Draw the map of a table.

    Raises UtpartnersError where no partner has coordinates, or where the list of names does not
    fit the picture.
    """
    shape = cast("Map", table.shape)
    limit = translated("{count} institutions", count=MOST_INSTITUTIONS)
    records = at_most(MOST_INSTITUTIONS, limit, table.records())
    known = [one for one in records if None not in (one["latitude"], one["longitude"])]
    if all(one["home"] for one in known):
        raise UtpartnersError(
            translated(
                "no partner institution of this selection has coordinates, "
                "so the map would be empty"
            ),
            translated(
                "Enter latitude and longitude of the institutions, or select other partnerships."
            ),
        )
    places, kinds = cities(known), marks(list(shape.statuses))
    without = [one for one in records if one not in known]
    made = cache(
        lambda share, regions: _drawn(
            table, size, places, Look(kinds, _dot_of_one(places), {}), share, regions
        )
    )
    for most, share, regions in product(LISTS, *_wishes(size)):
        canvas, bottom, numbers = made(share, regions)
        lines = lines_below(numbers, without, size.width, most)
        if bottom + ROW * len(lines) <= size.height - END and is_short(lines, most):
            return _ended(canvas, bottom, lines, shape.source)
    raise UtpartnersError(
        translated("the names of so many institutions have no room in a picture of this size"),
        narrower(),
    )


def _wishes(size: Size) -> tuple[Sequence[float], Sequence[int]]:
    """Return shares of the width for the world, and numbers of maps of regions, the best first.

    With fewer maps of regions more names go into the list, but the rest takes less room. A wide
    picture has room for the world only.
    """
    if size.height > size.width:
        return (1.0,), range(MOST_REGIONS, -1, -1)
    return (1.0, 0.85, 0.7), (0,)


def _drawn(
    table: Table, size: Size, places: list[City], look: Look, share: float, regions: int
) -> tuple[Canvas, float, Mapping[int, Sequence[City]]]:
    """Return the maps with their legend, where they end, and the numbers of cities on them."""
    canvas = Canvas(size.width, table.title, _description(places))
    bottom = _maps(canvas, _parts(size, places, regions, share), size, look)
    bottom += canvas.legend(_legend(places, look, table.word_names()), bottom)
    return canvas, bottom, look.numbers


def _ended(canvas: Canvas, bottom: float, lines: Sequence[str], source: str) -> Canvas:
    for line in lines:
        bottom += ROW
        canvas.text(0, bottom, line, "small")
    return canvas.end(bottom + GAP / 2, source, translated("Land: Natural Earth"))


def draw_for_page(table: Table, size: Size) -> Canvas | None:
    """Draw the world and the region with the most institutions, without title, legend and list.

    The world names nothing, as the page lists the names beside it. Return None where no partner
    has coordinates.
    """
    shape = cast("Map", table.shape)
    records = [one for one in table.records() if None not in (one["latitude"], one["longitude"])]
    if all(one["home"] for one in records):
        return None
    places = cities(records)
    canvas = Canvas(size.width, table.title, _description(places), is_bare=True)
    world, *regions = _parts(size, places, 1)
    look = Look(marks(list(shape.statuses)), _dot_of_one(places), {}, MOST_LISTED)
    return canvas.end(_maps(canvas, [world._replace(named=()), *regions], size, look) - GAP)


def _dot_of_one(places: list[City]) -> float:
    """Return the radius of the dot of one institution: smaller where a city has very many."""
    largest = DOT * sqrt(max(len(city.institutions) for city in places))
    return DOT * max(LEAST, min(1.0, LARGEST / largest))


def _maps(canvas: Canvas, parts: Sequence[Part], size: Size, look: Look) -> float:
    """Draw the world, and below it the regions side by side; return where what follows begins."""
    world, *regions = parts
    bottom = _part(canvas, (0, canvas.top), world, look) + GAP
    columns = _columns(size, len(regions))
    for n, part in enumerate(regions):
        corner = n % columns * (part.width + GAP), bottom + HEAD
        canvas.text(corner[0], bottom + HEAD - 4, translated(part.name), "strong")
        end = _part(canvas, corner, part, look)
        canvas.rectangle(*corner, part.width, part.height, "edge")
        if n % columns == columns - 1 or part is regions[-1]:
            bottom = end + GAP
    return bottom


def _columns(size: Size, regions: int) -> int:
    """Return how many maps of regions are side by side, so that no row has one more than others."""
    most = max(1, min(regions, int(size.width // 160)))
    return ceil(regions / ceil(regions / most)) if regions else 1


def _parts(size: Size, places: list[City], most: int, share: float = 1.0) -> list[Part]:
    """Return the map of the world, and those of the regions with the most institutions."""
    home = next((place for place in places if place.institutions[0]["home"]), None)
    longitude = home.longitude if home else 0.0
    centre = min(CENTRES, key=lambda one: abs((one - longitude + 180) % 360 - 180))
    regions = crowded(places, most)
    own: dict[Region | None, list[City]] = {}
    for city in places:
        own.setdefault(region_of(city, regions), []).append(city)
    # As wide as the picture, unless the picture would be too high.
    wide = min(size.width, (size.height - TOP - BOTTOM - 4 * LEGEND_LINE) * WIDE / HIGH) * share
    scale = wide / WIDE
    world = World(centre, SCALE * scale, wide, EQUATOR * scale)
    parts = [Part("", wide, HIGH * scale, world, WORLD, places, own.get(None, []))]
    columns = _columns(size, len(regions))
    width = (size.width - GAP * (columns - 1)) / columns
    height = min(width * 0.95, 190.0)
    for region in regions:
        plane = Plane(region, width, height)
        parts.append(
            Part(region.name, width, height, plane, COAST_OF_REGIONS, own[region], own[region])
        )
    return parts


def _part(canvas: Canvas, corner: Point, part: Part, look: Look) -> float:
    """Draw a map with its upper left corner at a point; return where it ends."""
    x, y = corner
    name = translated(part.name) if part.name else translated("World")
    canvas.group(f"translate({x:.1f} {y:.1f})", name)
    canvas.rectangle(0, 0, part.width, part.height, "sea")
    path = land_path(part.projection, part.width, part.height, part.coast)
    canvas.clipped(path, 1 / FINENESS, part.width, part.height, "land")
    dots = part.dots(look)
    labels, rest, room = labelled(part.named, dots, look.most)
    if look.most is None:  # the page lists all names beside its map
        # The legend names the home institution.
        rest = [one for one in rest if not one.institutions[0]["home"]]
        numbers, found = numbered(rest, dots, room, len(look.numbers) + 1)
        labels += numbers
        look.numbers.update(found)
    for label in labels:
        if label.leader:
            canvas.line(label.leader, "leader")
    for city in sorted(part.shown, key=lambda city: -len(city.institutions)):
        _dot(canvas, city, dots.at[city], look)
    for label in labels:
        for n, name in enumerate(label.names):
            anchor = "end" if label.is_left else "start"
            canvas.text(label.x, label.y + n * ROW, name, "halo", anchor=anchor, is_middle=True)
    canvas.group()
    return y + part.height


def _dot(canvas: Canvas, city: City, point: Point, look: Look) -> None:
    names = ", ".join(str(one["name"]) for one in city.institutions)
    links = list(dict.fromkeys(id for one in city.institutions for id in one["partnerships"]))
    canvas.mark(point, look.mark(city), look.radius(city), title=names, links=links)


def _legend(
    places: list[City], look: Look, names: Mapping[str, str]
) -> list[tuple[str, Mark, bool]]:
    seen = {status for city in places for one in city.institutions for status in one["statuses"]}
    entries = [
        (names.get(status) or word(status), mark, False)
        for status, mark in look.kinds.items()
        if status in seen
    ]
    homes = [one["name"] for city in places for one in city.institutions if one["home"]]
    return [*entries, *((name, HOME, True) for name in homes)]


def _description(places: list[City]) -> str:
    partners = [one for city in places for one in city.institutions if not one["home"]]
    said = translated("A map of the world with {institutions} partner institutions in {countries}.")
    countries = list(dict.fromkeys(str(one["country_name"] or one["country"]) for one in partners))
    return said.format(institutions=len(partners), countries=", ".join(countries))
