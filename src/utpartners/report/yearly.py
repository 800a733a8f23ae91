"""The yearly report, with the map, the matrix and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..drawing.canvas import Size
from ..i18n import translated
from ..questions.heading import country_names, id_in
from ..questions.matrix import matrix
from ..questions.record_names import namers
from ..questions.selection import select
from ..time_words import shown_time
from ..vocabulary import word
from . import drawn, listing, parts
from .columns import fitted
from .document import Bars, Block, Document, Entry, Figures, Grid, Heading, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..answers import Answer, Card, Facts
    from ..store.store import Store

MAP = Size(490, 640)
MOST_DRAWN = 40
"""Partners up to which the report has the matrix, which is refused for more."""


def document(store: Store, answer: Answer) -> Document:
    """Return the report on what ``report`` answers."""
    card = cast("Card", answer)
    facts = card.record()
    if "agreements_ending" not in facts:
        return listing.document(store, card)
    blocks = [
        Figures([(f"{row['count']:,}", word(row["item"])) for row in facts["figures"]]),
        *_partners(translated("New partnerships"), facts["began"], "since"),
        *_partners(translated("Ended partnerships"), facts["ended"], "until"),
        *_activities(store, facts),
        *_agreements(store, translated("Agreements signed"), facts["agreements_signed"]),
        *_agreements(store, translated("Agreements ended"), facts["agreements_ended"]),
        *_agreements(
            store,
            translated("Agreements that end within the following year"),
            facts["agreements_ending"],
        ),
        *_planned(store, facts),
        *_map(store, facts),
        *_regions(store, facts),
        *_statistics(facts),
        *_matrix(store, facts),
        *_departments(store, facts),
        *listing.faint(*card.footnotes),
    ]
    span = shown_time(f"{facts['first']}/{facts['last']}")
    return Document(card.title, blocks, parts.joined(card.subtitle, span))


def _partners(heading: str, rows: Sequence[Facts], key: str) -> list[Block]:
    if not rows:
        return []
    entries = [Entry(parts.time_of(row, key), row["name"], word(row["status"])) for row in rows]
    return [Heading(heading, f"{len(rows):,}"), *parts.entries(entries)]


def _activities(store: Store, facts: Facts) -> list[Block]:
    """Return what began or took place in the year with its text, then what went on."""
    began = [one for one in facts["activities"] if not _is_older(one, facts["year"])]
    older = [one for one in facts["activities"] if _is_older(one, facts["year"])]
    blocks: list[Block] = [Heading(translated("What happened"), f"{len(began):,}")]
    if began:
        blocks += parts.entries(parts.with_partners(store, began))
    else:
        blocks += listing.faint(translated("No activity is recorded."))
    if older:
        told = [one._replace(text="") for one in parts.with_partners(store, older)]
        heading = Heading(translated("What continued from earlier years"), f"{len(older):,}")
        blocks += [heading, *parts.entries(told)]
    return blocks


def _is_older(activity: Facts, year: int) -> bool:
    start = str(activity["when"])[:4]
    return not start.isdigit() or int(start) < year


def _agreements(store: Store, heading: str, rows: Sequence[Facts]) -> list[Block]:
    if not rows:
        return [Heading(heading), *listing.faint(translated("None."))]
    named = parts.with_department_names(store, rows)
    return [Heading(heading, f"{len(rows):,}"), parts.agreements(named, with_partner=True)]


def _planned(store: Store, facts: Facts) -> list[Block]:
    rows = facts["planned"]
    if not rows:
        return []
    told = [one._replace(text="") for one in parts.with_partners(store, rows)]
    return [Heading(translated("What is planned"), f"{len(rows):,}"), *parts.entries(told)]


def _selected(store: Store, facts: Facts) -> Any:
    wanted: Any = {"partner": [id_in(row) for row in facts["partners"]]}
    return select(store, "partnerships", wanted)


def _map(store: Store, facts: Facts) -> list[Block]:
    if not facts["partners"]:
        return []
    picture = parts.map_of(store, _selected(store, facts), MAP)
    return [] if picture is None else [Heading(translated("Where they are")), picture]


def _regions(store: Store, facts: Facts) -> list[Block]:
    """Return the partners, region by region."""
    named = country_names(store)
    headings = [translated("Partner"), translated("Country"), translated("Status")]
    found: dict[str, list[list[list[str]]]] = {}
    for row in facts["partners"]:
        full = f"{row['name']} ({row['abbreviation']})" if row["abbreviation"] else row["name"]
        cells = [[full], [parts.listed(named(row["countries"]))], [word(row["status"])]]
        found.setdefault(row["region"], []).append(cells)
    shares, _ = fitted(headings, [row for rows in found.values() for row in rows])
    blocks: list[Block] = []
    for region, rows in found.items():
        name = word(region) if region else translated("other regions")
        blocks += [
            Heading(translated("Partners: {region}").format(region=name), f"{len(rows):,}"),
            Grid(headings, ["left"] * len(headings), rows, shares),
        ]
    return blocks


def _statistics(facts: Facts) -> list[Block]:
    rows = facts["partners"]
    kinds = {word(row["item"]): row["count"] for row in facts["kinds"]}
    return [
        *_bars(translated("Partnerships by status"), _counted(word(row["status"]) for row in rows)),
        *_bars(
            translated("Partnerships by region"),
            _counted(word(row["region"]) for row in rows if row["region"]),
        ),
        *_bars(translated("Activities by kind"), kinds),
    ]


def _departments(store: Store, facts: Facts) -> list[Block]:
    name = namers(store, departments="department")["departments"]
    counts = _counted(one for row in facts["partners"] for one in name(row))
    return _bars(translated("Partnerships by department"), counts)


def _counted(items: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in items:
        found[item] = found.get(item, 0) + 1
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def _bars(heading: str, counts: dict[str, int]) -> list[Block]:
    if not counts:
        return []
    most = max(counts.values())
    rows = [
        (f"{item[:1].upper()}{item[1:]}", f"{count:,}", count / most)
        for item, count in counts.items()
    ]
    return [Heading(heading), Bars(rows)]


def _matrix(store: Store, facts: Facts) -> list[Block]:
    if not 0 < len(facts["partners"]) <= MOST_DRAWN:
        return []
    table = matrix(store, _selected(store, facts))
    blocks = drawn.picture(table)
    if not isinstance(blocks[0], Picture):
        return []
    return [Heading(translated("Departments by partnership")), *blocks]
