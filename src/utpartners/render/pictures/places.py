"""Institutions on a map of the world; where they are close together, on a larger one below."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ...i18n import translated
from . import globe
from .chart import Area, Chart, area_around
from .closeness import crowds
from .legend import DASH, Entry, Legend
from .sheet import (
    BOTTOM,
    GREY,
    INK,
    SHORT,
    SMALL,
    TOP,
    Mark,
    Sheet,
    at_most,
    fitting,
    marks,
    width,
)

if TYPE_CHECKING:
    from ...answers import Map, Table

MOST_INSTITUTIONS, MOST_INSETS = 75, 3
LINE, GAP, INSET = 9.6, 10.0, 170.0
"""Points of a line of the key, between the parts of the picture, and of the height of an inset."""
AROUND = 6.0
"""Points from the marks that an inset shows to the line around them."""
HOME = Mark("#000000", "*")


class Place(NamedTuple):
    """An institution, and its number on the map; 0 for the home institution."""

    record: dict[str, Any]
    number: int
    mark: Mark

    @property
    def point(self) -> globe.Point | None:
        """Longitude and latitude in degrees, where they are known and possible."""
        east, north = self.record["longitude"], self.record["latitude"]
        if east is None or north is None:
            return None
        return (east, north) if -180 <= east <= 180 and -90 <= north <= 90 else None


def draw(table: Table) -> Sheet:
    """The map of a table. Raises UtpartnersError where a page has no room for its key."""
    shape = cast("Map", table.shape)
    records = at_most(MOST_INSTITUTIONS, "institutions", table.records())
    kinds = _kinds(records)
    places = _places(records, kinds)
    home = next((p.point[0] for p in places if p.number == 0 and p.point), None)
    world = Chart([p for p in places if p.point], Area.of_world(globe.middle(home), places), SHORT)
    insets = crowds(world.positions(), MOST_INSETS)
    columns = 2 if len(records) <= 50 else 3
    listed = [place for place in places if place.number]
    key = LINE * ceil(len(listed) / columns)
    legend = _legend(kinds, places)
    height = TOP + world.height + (GAP + INSET if insets else 0) + legend.height + key + BOTTOM
    credit = translated("Land: Natural Earth")
    sheet = Sheet(SHORT, height + 3 * GAP, table.title, f"{shape.source}. {credit}")
    y = TOP + world.height + GAP
    world.draw(sheet, 0, TOP, [world.places[n] for one in insets for n in one])
    if insets:
        _insets(sheet, world, insets, y)
        y += INSET + GAP
    legend.draw(sheet, y)
    _key(sheet, listed, columns, y + legend.height + GAP)
    return sheet


def _kinds(records: list[dict[str, Any]]) -> dict[str, Mark]:
    statuses = dict.fromkeys(status for record in records for status in record["statuses"])
    return marks(list(statuses))


def _places(records: list[dict[str, Any]], kinds: dict[str, Mark]) -> list[Place]:
    """The institutions with their numbers, in the order of their statuses."""
    known = list(kinds)
    home = [Place(record, 0, HOME) for record in records if record["home"]]
    partners = [record for record in records if not record["home"]]
    partners.sort(key=lambda record: known.index(record["statuses"][0]))
    return [
        *home,
        *(Place(one, n, kinds[one["statuses"][0]]) for n, one in enumerate(partners, 1)),
    ]


def _insets(sheet: Sheet, world: Chart, insets: list[list[int]], top: float) -> None:
    wide = (SHORT - GAP * (len(insets) - 1)) / max(len(insets), 2)
    spots = world.positions()
    for number, members in enumerate(insets):
        letter = "ABC"[number]
        places = [world.places[one] for one in members]
        area = area_around([place.point for place in places if place.point], wide / INSET)
        x = number * (wide + GAP)
        Chart(places, area, wide).draw(sheet, x, top, [])
        sheet.text(x + 5, top + 8, letter, weight="bold")
        across, down = zip(*(spots[one] for one in members), strict=True)
        left, right = min(across) - AROUND, max(across) + AROUND
        over, under = TOP + min(down) - AROUND, TOP + max(down) + AROUND
        sheet.line((left, right, right, left, left), (over, over, under, under, over), color=INK)
        sheet.text(left, over - 5, letter, SMALL, weight="bold")


def _legend(kinds: dict[str, Mark], places: list[Place]) -> Legend:
    entries = [Entry(status, mark) for status, mark in kinds.items()]
    home = [one.record["name"] for one in places if one.number == 0 and one.point]
    entries += [Entry(name, HOME, 8) for name in home]
    if any(one.number and not one.point for one in places):
        entries.append(Entry(translated("not on the map: no coordinates"), DASH))
    return Legend(entries, SHORT)


def _key(sheet: Sheet, places: list[Place], columns: int, top: float) -> None:
    rows = ceil(len(places) / columns)
    step = SHORT / columns
    for place, one in enumerate(places):
        x, y = step * (place // rows), top + LINE * (place % rows + 0.5)
        number = str(one.number) if one.point else "–"
        sheet.text(x + 12, y, number, ha="right", weight="bold", color=INK)
        sheet.mark(x + 20, y, one.mark, 3.5, markeredgewidth=0)
        name = fitting(one.record["name"], step - 34)
        sheet.text(x + 27, y, name)
        room = step - 40 - width(name)
        where = ", ".join(filter(None, (one.record["city"], one.record["country_name"])))
        if room > 30:
            said = fitting(where, room, SMALL)
            sheet.text(x + 31 + width(name), y, said, SMALL, color=GREY)
