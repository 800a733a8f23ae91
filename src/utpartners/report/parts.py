"""The blocks that several documents share: activities, agreements, departments, a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..drawing.map import draw
from ..errors import UtpartnersError
from ..i18n import translated
from ..questions.agreement import state_said
from ..questions.map import institutions_map
from ..questions.record_names import namers
from ..questions.show_brief import phases_in_words
from ..time_words import short_time
from ..vocabulary import figure, people, word
from .columns import fitted
from .document import Beside, Block, Entries, Entry, Grid, Paragraph, Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..answers import Facts
    from ..drawing.canvas import Size
    from ..questions.selection import Selection
    from ..store.store import Store

    Phases = Callable[[int], str]

DOT = " · "

MOST_TOLD = 12
"""Activities of which the text is printed; of further ones, only what they were."""
MOST_NAMED = 60
"""Activities that are named at most."""


def joined(*texts: Any) -> str:
    """Return texts with dots between them, without the empty ones."""
    return DOT.join(str(text) for text in texts if text)


def listed(items: Iterable[str]) -> str:
    """Return short texts with commas between them."""
    return translated(", ").join(items)


def time_of(row: Facts, key: str) -> str:
    """Return a time of a record as people write it, empty where it is not known."""
    return short_time(row[key]) if row[key] else ""


def entry(activity: Facts, phases: Phases, partner: str = "") -> Entry:
    """Return an activity; of several partners, with the name of the one that it was with."""
    when, phase = activity["when"], activity["phase"]
    time = short_time(when, activity["calendar"]) if when else phases(phase) if phase else ""
    time = time or ("" if activity["planned"] else translated("Not dated"))
    others = activity["others"]
    what = joined(
        partner,
        word(activity["kind"]),
        word(activity["format"] or ""),
        activity["place"],
        word(activity["frequency"] or ""),
        _participants(activity["participants"]),
        *(figure(str(one["count"]), one["of"]) for one in activity["figures"]),
        translated("with {others}").format(others=listed(others)) if others else "",
    )
    return Entry(time, activity["title"], what, activity["summary"] or "")


def with_partners(store: Store, activities: Iterable[Facts]) -> list[Entry]:
    """Return activities of several partners, each with the name of the one that it was with."""
    name = namers(store, partnership="partnership")["partnership"]
    return [
        entry(row, phases_in_words(store, row.get("home")), str(name(row))) for row in activities
    ]


def entries(found: Sequence[Entry]) -> list[Block]:
    """Return activities as blocks: first those with their texts, then titles, then a number."""
    shown = [
        one if number < MOST_TOLD else one._replace(text="")
        for number, one in enumerate(found[:MOST_NAMED])
    ]
    blocks: list[Block] = [Entries(shown)]
    if len(found) > MOST_NAMED:
        said = translated("Not printed: {count} more.")
        blocks.append(Paragraph(said.format(count=f"{len(found) - MOST_NAMED:,}"), is_faint=True))
    return blocks


def _participants(count: str | None) -> str:
    return translated("{participants} participants", participants=people(count)) if count else ""


def newest_first(activities: Iterable[Facts]) -> list[Facts]:
    """Return activities with the latest first; what has only a phase, or no time, follows."""
    known = list(activities)
    dated = [one for one in known if one["when"]]
    return [*sorted(dated, key=_latest, reverse=True), *(one for one in known if not one["when"])]


def _latest(activity: Facts) -> str:
    # "2015/.." goes on, but says nothing about a later year.
    start, _, end = str(activity["when"]).partition("/")
    known = end if end and end != ".." else start
    return known if known != ".." else ""


def home_names(store: Store) -> Callable[[Facts], list[str]]:
    """Return what gives the name of the home of a row, where there are several homes."""
    name = namers(store, id="institution")["id"]
    return lambda row: [str(name({"id": row["home"]}))] if "home" in row else []


def with_department_names(store: Store, rows: Iterable[Facts], home: str = "") -> list[Facts]:
    """Return records with departments by name instead of by code, and the name of their home.

    The home is named where there are several.
    """
    name = namers(store, home, departments="department")["departments"]
    home_name = home_names(store)
    return [{**row, "departments": name(row), "homes": home_name(row)} for row in rows]


NOT_SAID = "–"


def agreements(
    rows: Sequence[Facts], *, with_partner: bool = False, with_state: bool = True
) -> Grid:
    """Return a table of agreements; when they end or how they renew, where that is said of any."""
    headings = [
        *([translated("Partner")] if with_partner else []),
        translated("Agreement"),
        translated("Signed"),
        translated("Ends"),
        translated("Renewal"),
        *([translated("State")] if with_state else []),
    ]
    cells = [
        [
            *([[row["name"], *row["homes"]]] if with_partner else []),
            *_agreement(row),
            *([[state_said(row)]] if with_state else []),
        ]
        for row in rows
    ]
    kept = [n for n in range(len(headings)) if any(row[n] != [NOT_SAID] for row in cells)]
    headings = [headings[n] for n in kept]
    cells = [[row[n] for n in kept] for row in cells]
    shares, _ = fitted(headings, cells)
    return Grid(headings, ["left"] * len(headings), cells, shares)


def _agreement(row: Facts) -> list[list[str]]:
    kind, title = word(row["kind"]), row["title"]
    people = listed(row["people"])
    told = [
        kind if title and kind.casefold() not in title.casefold() else "",
        listed(row["departments"]),
        _places(row),
        row["note"] or "",
        translated("Responsible: {people}").format(people=people) if people else "",
        row["document"] or "",
    ]
    end = time_of(row, "ended") or time_of(row, "ends")
    days = row["days_left"]
    left = translated("{days} days left").format(days=f"{days:,}") if days is not None else ""
    is_open = row["term"] == "open"
    return [
        [title or kind[:1].upper() + kind[1:], *filter(None, told)],
        [time_of(row, "signed") or NOT_SAID],
        [end or (translated("open term") if is_open else NOT_SAID), *filter(None, [left])],
        [word(row["renews"]) if row["renews"] else NOT_SAID],
    ]


def _places(row: Facts) -> str:
    ways = {
        "places_out": translated("Places for outgoing students: {count}"),
        "places_in": translated("Places for incoming students: {count}"),
    }
    known = {said: row[key] for key, said in ways.items() if row.get(key) is not None}
    return joined(*(said.format(count=f"{count:,}") for said, count in known.items()))


def map_of(store: Store, selection: Selection, size: Size, height: float = 0.0) -> Picture | None:
    """Return the map of the partners of a selection; None where it would be empty or crowded."""
    try:
        canvas = draw(institutions_map(store, selection), size)
    except UtpartnersError:
        return None
    return Picture(canvas, canvas.told[1], height)


def with_map(blocks: Sequence[Block], picture: Picture | None, share: float) -> list[Block]:
    """Return blocks with a map beside them, if there is one."""
    return list(blocks) if picture is None else [Beside(blocks, picture, share)]
