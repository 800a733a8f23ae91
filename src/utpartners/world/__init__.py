"""The outline of the world's land: Natural Earth, 1:110 million, which is in the public domain."""

from __future__ import annotations

import os
from typing import TypeAlias

Ring: TypeAlias = list[tuple[float, float]]
"""The (longitude, latitude) of each corner in degrees, the last the same as the first."""

CREDIT = "Land: Natural Earth"


def land() -> list[Ring]:
    """The rings of all land. A ring within another is a lake, and runs the other way round."""
    import json

    path = os.path.join(os.path.dirname(__file__), "land.json")
    with open(path, encoding="utf-8") as file:
        return [[(x, y) for x, y in ring] for ring in json.load(file)]
