"""The outline of the world's land, which maps are drawn on.

Both files are Natural Earth, which is in the public domain: ``land.json`` at 1:110 million for the
world, ``land_of_regions.json`` at 1:50 million, simplified, for a part of it. They were taken from
the npm package world-atlas 2.0.2 (ISC licence, Copyright 2013-2019 Michael Bostock) and converted
into plain rings by ``docs/make_land.py``.
"""

from __future__ import annotations

import os

Point = tuple[float, float]
"""Longitude and latitude in degrees, or across and down in a picture."""

Ring = list[Point]
"""Longitude and latitude of each corner in degrees; the last corner is the first one again."""

WORLD, REGIONS = "land.json", "land_of_regions.json"


def land(outline: str = WORLD) -> list[Ring]:
    """Return the rings of all land. A lake is a ring within another that runs the other way."""
    import json

    path = os.path.join(os.path.dirname(__file__), outline)
    with open(path, encoding="utf-8") as file:
        return [[(x, y) for x, y in ring] for ring in json.load(file)]
