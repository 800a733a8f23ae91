"""Institutions on a map of the world, with a key of their names.

Where marks are close together, an inset below the map shows them larger.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, cast

from ..i18n import translated
from . import land
from .canvas import (
    BOTTOM,
    DASH,
    GREY,
    INK,
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
    width,
)
from .chart import Area, Chart, Pin, area_around
from .labels import clusters

if TYPE_CHECKING:
    from ..answers import Map, Table

MOST_INSTITUTIONS, MOST_INSETS = 75, 3
LINE, GAP, INSET = 9.6, 10.0, 170.0
"""Points of a line of the key, of the gap between two parts, and of the height of an inset."""
AROUND = 6.0
"""Points from the marks that an inset shows to the frame around them."""
HOME = Mark("#000000", "*")


def draw(table: Table) -> Canvas:
    """Draw the map of a table. Raises UtpartnersError where a page has no room for its key."""
    shape = cast("Map", table.shape)
    records = at_most(
        MOST_INSTITUTIONS,
        translated("{count} institutions", count=MOST_INSTITUTIONS),
        table.records(),
    )
    kinds = _kinds(records)
    pins = _pins(records, kinds)
    home = next((p.point[0] for p in pins if p.number == 0 and p.point), None)
    world = Chart([p for p in pins if p.point], Area.of_world(land.middle(home), pins), SHORT)
    insets = clusters(world.positions(), MOST_INSETS)
    # Three columns are narrower, but keep the key of a large catalogue on the page.
    columns = 2 if len(records) <= 50 else 3
    listed = [pin for pin in pins if pin.number]
    key = LINE * ceil(len(listed) / columns)
    legend = _legend(kinds, pins)
    height = TOP + world.height + (GAP + INSET if insets else 0) + legend.height + key + BOTTOM
    credit = translated("Land: Natural Earth")
    canvas = Canvas(SHORT, height + 3 * GAP, table.title, f"{shape.source}. {credit}")
    y = TOP + world.height + GAP
    world.draw(canvas, 0, TOP, [world.pins[n] for one in insets for n in one])
    if insets:
        _insets(canvas, world, insets, y)
        y += INSET + GAP
    legend.draw(canvas, y)
    _key(canvas, listed, columns, y + legend.height + GAP)
    return canvas


def _kinds(records: list[dict[str, Any]]) -> dict[str, Mark]:
    statuses = dict.fromkeys(status for record in records for status in record["statuses"])
    return marks(list(statuses))


def _pins(records: list[dict[str, Any]], kinds: dict[str, Mark]) -> list[Pin]:
    """Return the institutions with their numbers, in the order of their statuses."""
    known = list(kinds)
    home = [Pin(record, 0, HOME) for record in records if record["home"]]
    partners = [record for record in records if not record["home"]]
    partners.sort(key=lambda record: known.index(record["statuses"][0]))
    return [
        *home,
        *(Pin(one, n, kinds[one["statuses"][0]]) for n, one in enumerate(partners, 1)),
    ]


def _insets(canvas: Canvas, world: Chart, insets: list[list[int]], top: float) -> None:
    wide = (SHORT - GAP * (len(insets) - 1)) / max(len(insets), 2)
    spots = world.positions()
    for number, members in enumerate(insets):
        letter = "ABC"[number]
        pins = [world.pins[one] for one in members]
        area = area_around([pin.point for pin in pins if pin.point], wide / INSET)
        x = number * (wide + GAP)
        Chart(pins, area, wide).draw(canvas, x, top, [])
        canvas.text(x + 5, top + 8, letter, weight="bold")
        across, down = zip(*(spots[one] for one in members), strict=True)
        left, right = min(across) - AROUND, max(across) + AROUND
        over, under = TOP + min(down) - AROUND, TOP + max(down) + AROUND
        canvas.line((left, right, right, left, left), (over, over, under, under, over), color=INK)
        canvas.text(left, over - 5, letter, SMALL, weight="bold")


def _legend(kinds: dict[str, Mark], pins: list[Pin]) -> Legend:
    entries = [LegendEntry(status, mark) for status, mark in kinds.items()]
    home = [one.record["name"] for one in pins if one.number == 0 and one.point]
    entries += [LegendEntry(name, HOME, 8) for name in home]
    # An institution that is missing from the map must not look forgotten.
    if any(one.number and not one.point for one in pins):
        entries.append(LegendEntry(translated("not on the map: no coordinates recorded"), DASH))
    return Legend(entries, SHORT)


def _key(canvas: Canvas, pins: list[Pin], columns: int, top: float) -> None:
    rows = ceil(len(pins) / columns)
    step = SHORT / columns
    for place, one in enumerate(pins):
        x, y = step * (place // rows), top + LINE * (place % rows + 0.5)
        number = str(one.number) if one.point else "–"
        canvas.text(x + 12, y, number, ha="right", weight="bold", color=INK)
        canvas.mark(x + 20, y, one.mark, 3.5, markeredgewidth=0)
        name = fitting(one.record["name"], step - 34)
        canvas.text(x + 27, y, name)
        room = step - 40 - width(name)
        where = ", ".join(filter(None, (one.record["city"], one.record["country_name"])))
        if room > 30:
            said = fitting(where, room, SMALL)
            canvas.text(x + 31 + width(name), y, said, SMALL, color=GREY)
