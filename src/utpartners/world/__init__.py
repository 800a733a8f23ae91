"""The outline of the world's land: Natural Earth, 1:110 million, which is in the public domain.

It was taken from the npm package world-atlas 2.0.2 (ISC licence, Copyright 2013-2019 Michael
Bostock), and made into plain rings by ``docs/make_land.py``.
"""

from __future__ import annotations

import os
from typing import TypeAlias

Ring: TypeAlias = list[tuple[float, float]]
"""The (longitude, latitude) of each corner in degrees, the last the same as the first."""


def land() -> list[Ring]:
    """The rings of all land. A ring within another is a lake, and runs the other way round."""
    import json

    path = os.path.join(os.path.dirname(__file__), "land.json")
    with open(path, encoding="utf-8") as file:
        return [[(x, y) for x, y in ring] for ring in json.load(file)]
