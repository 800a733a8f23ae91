"""The network: departments on the left, partnerships on the right, a curve for each link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..i18n import translated
from .canvas import (
    BOTTOM,
    GREY,
    LONG,
    PALETTE,
    SHORT,
    SMALL,
    TOP,
    Canvas,
    Legend,
    LegendEntry,
    Mark,
    at_most,
    fitting,
    marks,
    too_much,
    width,
)

if TYPE_CHECKING:
    from ..answers import Facts, Network, Table

MOST = {"department": 70, "partnership": 27, "institution": 300}
MOST_LINKS = 400
WIDEST = 175.0
"""Points of the longest name on either side."""
MOST_LINES = 2
"""Lines for the members of a partnership."""
HEAD, GAP = 18.0, 8.0
"""Points of the headings, and above and below the legend."""
LIGHT, HEAVY = 0.9, 2.2
"""Widths in points of the curve of a department that works with a partnership, and of one that
coordinates it.
"""
STROKES: tuple[Any, ...] = ("-", (0, (6, 1.5)), (0, (1.5, 1)))
"""Styles of curves, in turn, so that they can be followed without seeing colours."""
AWAY = 7.0
"""Points from a mark to its name."""


class _Side(NamedTuple):
    """One side of the network: its x, and the y of each node by id."""

    x: float
    y: dict[str, float]


def draw(table: Table) -> Canvas:
    """Draw the network of a table. Raises UtpartnersError where a page has no room for it."""
    shape = cast("Network", table.shape)
    nodes = _nodes(shape.nodes)
    links = at_most(MOST_LINKS, translated("{count} links", count=MOST_LINKS), table.records())
    partners = [node for node in nodes.values() if node["kind"] == "partnership"]
    working = [link for link in links if link["kind"] != "member"]
    departments = _by_partners(nodes, working, [node["id"] for node in partners])
    members = _members(nodes, links)
    statuses = list(dict.fromkeys(node["status"] for node in partners))
    kinds = marks(statuses)
    partners.sort(key=lambda node: statuses.index(node["status"]))
    body = max(len(departments) * 13.0, len(partners) * 25.0, 40.0)
    legend = _legend(kinds, working)
    around = TOP + HEAD + legend.height + 2 * GAP + BOTTOM
    body = min(body, LONG - around)
    canvas = Canvas(SHORT, around + body, table.title, shape.source)
    left = _departments(canvas, [nodes[id] for id in departments], body)
    right = _partnerships(canvas, partners, members, kinds, body)
    _curves(canvas, working, left, right)
    legend.draw(canvas, TOP + HEAD + body + GAP)
    return canvas


def _nodes(table: Table) -> dict[str, Facts]:
    """Return the nodes by id. Raises UtpartnersError where there are more than fit."""
    found: dict[str, Facts] = {}
    counts = dict.fromkeys(MOST, 0)
    for node in table.records():
        kind = node["kind"]
        found[node["id"]] = node
        counts[kind] += 1
        if counts[kind] > MOST[kind]:
            raise too_much(f"{MOST[kind]} {kind}s")
    return found


def _members(nodes: dict[str, Facts], links: list[Facts]) -> dict[str, list[Facts]]:
    """Return the institutions of each partnership, by its id."""
    found: dict[str, list[Facts]] = {}
    for link in links:
        if link["kind"] == "member":
            found.setdefault(link["source"], []).append(nodes[link["target"]])
    return found


def _others(partnership: Facts, members: list[Facts]) -> list[Facts]:
    """Return the members, or none where the only one gives the partnership its name."""
    is_named = len(members) == 1 and partnership["label"].startswith(members[0]["label"])
    return [] if is_named else members


def _listed(members: list[Facts]) -> list[str]:
    """Return the names of members on at most two lines, abbreviated where they do not fit."""
    # Full names where these fit on two lines, else abbreviations, which may be cut.
    for key in ("label", "abbreviation"):
        lines = [""]
        for place, node in enumerate(members):
            name = (node[key] or node["label"]) + ("," if place + 1 < len(members) else "")
            longer = f"{lines[-1]} {name}".strip()
            lines[-1:] = [longer] if width(longer, SMALL) <= WIDEST else [lines[-1], name]
        lines = list(filter(None, lines))
        if len(lines) <= MOST_LINES:
            break
    rest = " ".join(lines[MOST_LINES - 1 :])
    return [fitting(line, WIDEST, SMALL) for line in [*lines[: MOST_LINES - 1], rest] if line]


def _by_partners(nodes: dict[str, Facts], links: list[Facts], order: list[str]) -> list[str]:
    """Return the ids of departments, those of the first partnerships first: fewer curves cross."""
    found: dict[str, list[int]] = {
        node["id"]: [] for node in nodes.values() if node["kind"] == "department"
    }
    for link in links:
        found[link["source"]].append(order.index(link["target"]))
    return sorted(found, key=lambda one: sum(found[one]) / len(found[one]) if found[one] else -1)


def _departments(canvas: Canvas, departments: list[Facts], body: float) -> _Side:
    names = [fitting(node["label"], WIDEST) for node in departments]
    heading = translated("Department")
    x = max(map(width, [*names, heading])) + AWAY
    side = _Side(x, {})
    canvas.text(x, TOP + 2, heading, color=GREY, ha="right", va="top")
    for place, (node, name) in enumerate(zip(departments, names, strict=True)):
        y = TOP + HEAD + body * (place + 0.5) / len(departments)
        side.y[node["id"]] = y
        canvas.text(x - AWAY, y, name, ha="right")
        canvas.mark(x, y, Mark(GREY, "o"), 3, markeredgewidth=0)
    return side


def _partnerships(
    canvas: Canvas,
    partners: list[Facts],
    members: dict[str, list[Facts]],
    kinds: dict[str, Mark],
    body: float,
) -> _Side:
    side = _Side(SHORT - WIDEST - AWAY, {})
    canvas.text(side.x, TOP + 2, translated("Partnership"), color=GREY, va="top")
    for place, node in enumerate(partners):
        y = TOP + HEAD + body * (place + 0.5) / len(partners)
        side.y[node["id"]] = y
        canvas.mark(side.x, y, kinds[node["status"]], 6, markeredgewidth=0)
        lines = _listed(_others(node, members.get(node["id"], [])))
        line = y - len(lines) * SMALL * 0.6
        canvas.text(side.x + AWAY, line, fitting(node["label"], WIDEST))
        for number, said in enumerate(lines, 1):
            canvas.text(side.x + AWAY, line + 1 + number * SMALL * 1.2, said, SMALL, color=GREY)
    return side


def _curves(canvas: Canvas, links: list[Facts], left: _Side, right: _Side) -> None:
    """Draw a curve for each link, in the colour and style of its partnership."""
    looks = {
        id: (PALETTE[place % len(PALETTE)], STROKES[place % len(STROKES)])
        for place, id in enumerate(right.y)
    }
    middle = (left.x + right.x) / 2
    for link in links:
        start, end = left.y[link["source"]], right.y[link["target"]]
        corners = [(left.x, start), (middle, start), (middle, end), (right.x - 4, end)]
        path = Path(corners, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
        heavy = HEAVY if link["kind"] == "coordinates" else LIGHT
        colour, strokes = looks[link["target"]]
        style = {"linestyle": strokes, "linewidth": heavy, "capstyle": "butt"}
        canvas.axes.add_patch(
            PathPatch(path, fill=False, edgecolor=colour, alpha=0.85, zorder=1, **style)
        )


def _legend(kinds: dict[str, Mark], links: list[Facts]) -> Legend:
    entries = [LegendEntry(kind, mark) for kind, mark in kinds.items()]
    entries.append(LegendEntry(translated("works together"), LIGHT))
    if any(link["kind"] == "coordinates" for link in links):
        entries.append(LegendEntry(translated("coordinates"), HEAVY))
    return Legend(entries, SHORT)
