"""Where the institutions are: a map of the world, and larger maps of regions with many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..drawing.projection import Plane, Region, World, land_path
from .map_labels import MapPlace, Spot, named
from .wording import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .context import PageContext

REGIONS = (
    Region("Europe", -30, 31, 35, 65),
    Region("East and Southeast Asia", 90, 148, 5, 46),
    Region("North America", -127, -66, 14, 53),
    Region("South America", -83, -34, -56, 13),
    Region("South and West Asia", 33, 90, 5, 43),
    Region("Africa", -19, 52, -35, 37),
    Region("Oceania", 111, 180, -48, -8),
)
"""Regions that may be drawn larger; a place is shown in the first region that has it."""

MANY = 4
"""Institutions from which on a region has a map of its own."""
CENTRES = (11, 149)
"""Central longitudes of the world map: the one nearer to home is taken."""

WIDTH, HEIGHT = 960, 428
INSET_WIDTH, INSET_HEIGHT = 300, 270
SCALE = 177
TOP = 232
"""Distance of the equator from the upper edge; the map ends south of Cape Horn."""


class MapPicture(NamedTuple):
    """A picture with the land and the places on it."""

    title: str
    width: int
    height: int
    land: str
    spots: tuple[Spot, ...]
    frames: tuple[str, ...] = ()
    """Outlines of the regions that are drawn larger."""
    insets: tuple[MapPicture, ...] = ()


def world_map(context: PageContext) -> MapPicture | None:
    """Return the maps, or None where no partner has coordinates."""
    world = World(_centre(context), SCALE, WIDTH, TOP)
    partners = _seen(_partners(context), world)
    if not partners:
        return None
    places = _seen(_home(context), world) + partners
    regions = [region for region in REGIONS if len(_of(region, partners)) >= MANY]
    # What an inset names is only a dot on the map of the world.
    rest = [place for place in places if _region(place, regions) is None]
    return MapPicture(
        "",
        WIDTH,
        HEIGHT,
        land_path(world, WIDTH, HEIGHT),
        (*named(rest, world, WIDTH, HEIGHT), *_dots(places, rest, world)),
        tuple(_frame(region, world) for region in regions),
        tuple(_inset(region, places, regions) for region in regions),
    )


def _seen(places: Sequence[MapPlace], world: World) -> list[MapPlace]:
    """Return the places that are not further south than the map."""
    return [place for place in places if world(place.longitude, place.latitude)[1] < HEIGHT]


def _partners(context: PageContext) -> list[MapPlace]:
    of = {record["id"]: record for record in reversed(context.partnerships)}
    return [
        MapPlace(
            record["name"],
            short_name(record),
            record["longitude"],
            record["latitude"],
            tuple(of[id]["anchor"] for id in record["partnerships"]),
            of[record["partnerships"][0]]["tone"],
        )
        for record in context.institutions
        if record["longitude"] is not None and record["latitude"] is not None
    ]


def _home(context: PageContext) -> list[MapPlace]:
    home = context.home
    if home is None or home["longitude"] is None or home["latitude"] is None:
        return []
    return [MapPlace(home["name"], short_name(home), home["longitude"], home["latitude"], (), 0)]


def _centre(context: PageContext) -> float:
    longitude = (context.home or {}).get("longitude") or 0
    return min(CENTRES, key=lambda centre: abs((centre - longitude + 180) % 360 - 180))


def _of(region: Region, places: Sequence[MapPlace]) -> list[MapPlace]:
    return [place for place in places if region.has(place.longitude, place.latitude)]


def _region(place: MapPlace, regions: Sequence[Region]) -> Region | None:
    return next((r for r in regions if r.has(place.longitude, place.latitude)), None)


def _inset(region: Region, places: Sequence[MapPlace], regions: Sequence[Region]) -> MapPicture:
    plane = Plane(region, INSET_WIDTH, INSET_HEIGHT)
    own = [place for place in places if _region(place, regions) == region]
    return MapPicture(
        region.name,
        INSET_WIDTH,
        INSET_HEIGHT,
        land_path(plane, INSET_WIDTH, INSET_HEIGHT),
        named(own, plane, INSET_WIDTH, INSET_HEIGHT),
    )


def _dots(places: Sequence[MapPlace], rest: Sequence[MapPlace], world: World) -> tuple[Spot, ...]:
    """Return the places that a larger map names, as dots."""
    elsewhere = set(rest)
    spots = ((place, world(place.longitude, place.latitude)) for place in places)
    return tuple(
        Spot(x, y, (place,), ((x, y),)) for place, (x, y) in spots if place not in elsewhere
    )


def _frame(region: Region, world: World) -> str:
    """Return the outline of a region on the map of the world."""
    _, west, east, south, north = region
    # Meridians are curves on the map of the world, so each side is drawn in ten steps.
    steps = range(11)
    top = [world(west + (east - west) * step / 10, north) for step in steps]
    bottom = [world(east - (east - west) * step / 10, south) for step in steps]
    right = [world(east, north - (north - south) * step / 10) for step in steps]
    left = [world(west, south + (north - south) * step / 10) for step in steps]
    points = [f"{x:.0f} {y:.0f}" for x, y in (*top, *right, *bottom, *left)]
    return f"M{'L'.join(points)}z"
