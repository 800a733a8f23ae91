"""The regions that may have a larger map of their own, and which have the most institutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .projection import Region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .map_labels import City

REGIONS = (
    Region("Europe", -12, 31, 36, 62),
    Region("East and Southeast Asia", 90, 148, 5, 46),
    Region("North America", -127, -66, 14, 53),
    Region("South America", -83, -34, -56, 13),
    Region("South and West Asia", 33, 90, 5, 43),
    Region("Africa", -19, 52, -35, 37),
    Region("Oceania", 111, 180, -48, -8),
)
"""Regions that may be drawn larger; a city is shown in the first region that has it."""

MANY = 4
"""Institutions from which on a region has a map of its own."""


def crowded(places: Sequence[City], most: int) -> list[Region]:
    """Return at most so many regions, those with the most partner institutions first."""
    found = {region: _count(region, places) for region in REGIONS}
    large = [region for region in REGIONS if found[region] >= MANY]
    return sorted(large, key=lambda region: -found[region])[:most]


def region_of(city: City, regions: Sequence[Region]) -> Region | None:
    """Return the region that shows a city."""
    return next((one for one in regions if one.has(city.longitude, city.latitude)), None)


def _count(region: Region, places: Sequence[City]) -> int:
    return sum(
        len(city.institutions)
        for city in places
        if region.has(city.longitude, city.latitude) and not city.institutions[0]["home"]
    )
