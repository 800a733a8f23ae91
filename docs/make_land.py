"""Writes the outlines of the world's land that maps are drawn on.

Run it as ``python docs/make_land.py land-110m.json land-50m.json``. These files are Natural Earth's
land at 1:110 and 1:50 million (public domain) as TopoJSON, from the npm package ``world-atlas``
2.0.2; ``npm pack world-atlas@2.0.2`` brings them. Degrees of the first are rounded to two decimals,
1.1 km or less, which is a hundredth of what a line of this scale can say. The second is for maps of
a region some centimetres wide, and keeps what is seen there: tenths of a degree, without small
islands. Land that crosses the 180th meridian is cut there, so that each ring can be drawn as it is.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from math import hypot
from pathlib import Path
from typing import Any, TypeAlias

FOLDER = Path(__file__).parents[1] / "src" / "utpartners" / "drawing"

SMALLEST = 0.1
"""Square degrees of the smallest island of a region."""
SEEN = (-60, 72)
"""Degrees of latitude between which there are regions."""
FINENESS = 0.08
"""Degrees that a coast of a region may be off."""

Point: TypeAlias = tuple[float, float]


def rings(atlas: dict[str, Any]) -> list[list[Point]]:
    """The rings of every polygon: corners in degrees, closed."""
    arcs = [_corners(arc, atlas["transform"]) for arc in atlas["arcs"]]
    shapes = atlas["objects"]["land"]["geometries"]
    polygons = (polygon for shape in shapes for polygon in shape["arcs"])
    joined = (_joined([_arc(arcs, index) for index in ring]) for one in polygons for ring in one)
    return [piece for ring in joined for piece in _cut(ring)]


def _corners(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """Corners from whole steps, each counted from the corner before."""
    across, up = (
        [round(total * scale + start, 2) for total in accumulate(steps)]
        for steps, scale, start in zip(
            zip(*arc, strict=True), transform["scale"], transform["translate"], strict=True
        )
    )
    return list(zip(across, up, strict=True))


def _arc(arcs: list[list[Point]], index: int) -> list[Point]:
    """The arc of a number; a negative one counts from -1 and is that arc backwards."""
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _joined(arcs: list[list[Point]]) -> list[Point]:
    """The arcs of a ring as one, without corners that rounding made the same."""
    corners = [point for arc in arcs for point in arc]
    return [
        point for before, point in zip([None, *corners], corners, strict=False) if point != before
    ]


def _cut(ring: list[Point]) -> list[list[Point]]:
    """The pieces of a ring on either side of the 180th meridian."""
    pieces = [[ring[0]]]
    for before, point in pairwise(ring):
        if abs(before[0] - point[0]) > 180:
            side = 180.0 if before[0] > 0 else -180.0
            latitude = _crossing(before, point)
            pieces[-1].append((side, latitude))
            pieces.append([(-side, latitude)])
        pieces[-1].append(point)
    if len(pieces) == 1:
        return pieces
    pieces[0] = pieces.pop() + pieces[0][1:]
    if len(pieces) == 1:  # goes all round: Antarctica
        (start, _), (end, _) = pieces[0][0], pieces[0][-1]
        pieces[0] += [(end, -90.0), (start, -90.0)]
    return [_joined([[*piece, piece[0]]]) for piece in pieces if len(set(piece)) > 2]


def _crossing(before: Point, point: Point) -> float:
    """The latitude where the line between two points crosses the 180th meridian."""
    here, there = 180 - abs(before[0]), 180 - abs(point[0])
    share = here / (here + there) if here + there else 0.0
    return round(before[1] + share * (point[1] - before[1]), 2)


def coarse(ring: list[Point]) -> list[Point]:
    """The ring in tenths of a degree; empty for an island that is too small to be seen."""
    shoelace = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    if abs(shoelace) / 2 < SMALLEST:
        return []
    # In halves, as the line from the first corner to the last, which is the same, has no direction.
    half = len(ring) // 2
    kept = [*_simplified(ring[: half + 1]), *_simplified(ring[half:])[1:]]
    return _joined([[(round(x, 1), round(y, 1)) for x, y in kept]])


def _simplified(line: list[Point]) -> list[Point]:
    """The line without corners that deviate less than ``FINENESS`` (Douglas and Peucker, 1973)."""
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    far = [abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length for x, y in line]
    most = max(range(len(far)), key=far.__getitem__)
    if far[most] < FINENESS:
        return [line[0], line[-1]]
    return [*_simplified(line[: most + 1]), *_simplified(line[most:])[1:]]


def written(name: str, found: list[list[Point]]) -> None:
    """Write rings as JSON, one a line."""
    lines = (json.dumps(ring, separators=(",", ":")) for ring in found)
    (FOLDER / name).write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8", newline="\n")


def main() -> None:
    """Read both TopoJSON files of the command line and write their rings."""
    world, regions = (rings(json.loads(Path(name).read_text("utf-8"))) for name in sys.argv[1:3])
    written("land.json", world)
    seen = [ring for ring in regions if any(SEEN[0] < y < SEEN[1] for _, y in ring)]
    written("land_of_regions.json", [ring for ring in map(coarse, seen) if len(ring) > 3])


if __name__ == "__main__":
    main()
