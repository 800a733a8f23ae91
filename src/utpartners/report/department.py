"""The page on the partnerships of a department, for its dean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..agreement_state import ENDED, REPLACED
from ..drawing.canvas import Size
from ..i18n import translated
from ..questions.agreement_days import asked_days
from ..questions.agreements import agreements
from ..questions.heading import country_names, id_in
from ..questions.record_names import namers
from ..questions.selection import select
from ..questions.timeline import timeline
from ..vocabulary import word
from . import listing, parts
from .columns import fitted
from .document import Block, Document, Entries, Figures, Grid, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Answer, Facts, Table
    from ..store.store import Store
    from .document import Cell

MAP = Size(490, 400)
FEW, SMALL = 5, 150.0
"""Partners up to which the map is only so high, in points."""
MOST_LATEST = 12
"""Activities of the partnerships, without a department, that are named at most."""


def document(store: Store, answer: Answer) -> Document:
    """Return the page on what ``dept`` answers."""
    table = cast("Table", answer)
    rows = list(table.records())
    if not table.subjects or not rows:
        return listing.document(store, table.with_rows(table))
    own = _activities(store, {"dept": list(table.subjects)})
    theirs = _activities(store, {"partner": [id_in(row) for row in rows]})
    blocks = [
        Figures(_figures(rows, own, theirs)),
        Heading(translated("Partners"), f"{len(rows):,}"),
        _partners(store, table, rows),
        *_map(store, rows),
        *_agreements(store, rows),
        *_own(store, own),
        *_latest(store, own, theirs),
        *listing.faint(*table.footnotes),
    ]
    title, *others = table.title.split(" · ") if len(table.subjects) == 1 else [table.title]
    return Document(title, blocks, parts.joined(*others))


def _activities(store: Store, wanted: Any) -> list[Facts]:
    return list(timeline(store, select(store, "activities", wanted)).records())


def _figures(
    rows: Sequence[Facts], own: Sequence[Facts], theirs: Sequence[Facts]
) -> list[tuple[str, str]]:
    """Return the numbers at the head of the page."""
    countries = {code for row in rows for code in row["countries"]}
    institutions = {id for row in rows for id in row["institutions"]}
    return [
        (f"{len(rows):,}", translated("partnerships")),
        (f"{len(institutions):,}", translated("institutions")),
        (f"{len(countries):,}", translated("countries")),
        (f"{len(theirs):,}", translated("activities of these partnerships")),
        (f"{len(own):,}", translated("of them name the department")),
    ]


def _partners(store: Store, table: Table, rows: Sequence[Facts]) -> Grid:
    named = country_names(store)
    name = namers(store, departments="department")["departments"]
    codes = {code.rpartition("/")[2] if "home" in rows[0] else code for code in table.subjects}
    cells = [_partner(row, named(row["countries"]), codes, name) for row in rows]
    headings = [
        translated("Partner"),
        translated("Other departments"),
        translated("Activities"),
    ]
    shares, _ = fitted(headings, cells)
    return Grid(headings, ["left", "left", "right"], cells, shares)


def _partner(row: Facts, countries: Sequence[str], codes: set[str], name: Any) -> list[Cell]:
    others = [code for code in row["departments"] if code not in codes]
    full = f"{row['name']} ({row['abbreviation']})" if row["abbreviation"] else row["name"]
    return [
        [full, parts.joined(parts.listed(countries), word(row["status"]))],
        [parts.listed(name({**row, "departments": others})) or "–"],
        [f"{row['activities']:,}"],
    ]


def _map(store: Store, rows: Sequence[Facts]) -> list[Block]:
    selection = select(store, "partnerships", {"partner": [id_in(row) for row in rows]})
    picture = parts.map_of(store, selection, MAP)
    if picture is None:
        return []
    height = SMALL if len(rows) <= FEW else 0.0
    return [Heading(translated("Where they are")), picture._replace(height=height)]


def _agreements(store: Store, rows: Sequence[Facts]) -> list[Block]:
    selection = select(store, "agreements", {"partner": [id_in(row) for row in rows]})
    answer = agreements(store, asked_days(None), selection)
    open_ones = [one for one in answer.records() if one["state"] not in (ENDED, REPLACED)]
    if not open_ones:
        return []
    found = parts.with_department_names(store, open_ones)
    heading = Heading(translated("Agreements with these partners"), f"{len(found):,}")
    return [heading, parts.agreements(found, with_partner=True)]


def _own(store: Store, own: Sequence[Facts]) -> list[Block]:
    if not own:
        return []
    heading = Heading(translated("Activities of the department"), f"{len(own):,}")
    done = parts.newest_first(one for one in own if not one["planned"])
    planned = [one for one in own if one["planned"]]
    return [heading, *parts.entries(parts.with_partners(store, [*done, *planned]))]


def _latest(store: Store, own: Sequence[Facts], theirs: Sequence[Facts]) -> list[Block]:
    """Return the latest activities that name no department, by their titles alone."""
    others = [one for one in theirs if one not in own and one["when"] and not one["planned"]]
    if not others:
        return []
    latest = parts.newest_first(others)[:MOST_LATEST]
    entries = [one._replace(text="") for one in parts.with_partners(store, latest)]
    return [
        Heading(translated("Latest with these partners"), f"{len(entries):,}"),
        Entries(entries),
    ]
