"""``report``: one year of the partnerships: what happened, what was signed, what ends next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..answers import Card, Column, Table, View
from .activity import ACTIVITY, ACTIVITY_LINES, IN_ORDER_OF_TIME
from .agreement import clock, state_said
from .agreement_counts import region_of
from .agreements import FIELDS as AGREEMENT
from .columns import COUNTRIES, DEPARTMENTS, SqlColumn, columns_of, read, table_columns
from .conditions import ENDED
from .heading import country_names
from .multi_home import catalogue_title, home_names, with_home
from .record_names import namers
from .report_brief import brief, steps
from .report_period import outside, period_of
from .selection import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..answers import Row
    from ..store.store import Store
    from .selection import Selection

# The end of a partnership is known, or only that it is over.
_THERE = f"""(p.since IS NULL OR first_day(p.since) <= :last)
  AND coalesce(p.end_day >= :first, coalesce({ENDED}, 0) = 0) AND {{where}}"""
"""That a partnership, as far as it is known, was there in the year."""

_PARTNERSHIPS = f"SELECT {{fields}} FROM partnership p WHERE {_THERE}"  # noqa: S608

_BEGAN = " AND first_day(p.since) >= :first"
_ENDED = " AND p.end_day <= :last"
_IN_ORDER = " ORDER BY p.pk"

_PARTNER = (
    *table_columns("p", Column("id", is_id=True), Column("name", heading="Partnership")),
    *table_columns("p", Column("abbreviation"), Column("status", means="word")),
    COUNTRIES,
    DEPARTMENTS,
    *table_columns("p", Column("since", means="time"), Column("until", means="time")),
)

_ACTIVITIES = f"""
SELECT {{fields}} FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE a."when" IS NOT NULL AND NOT a.planned AND a.first_day <= :last AND a.last_day >= :first
  AND {{where}} ORDER BY a.first_day < :first, {IN_ORDER_OF_TIME}
"""  # noqa: S608

_PLANNED = f"""
SELECT {{fields}} FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE a.planned AND (a.first_day <= :soon OR (a.first_day IS NULL AND :is_latest))
  AND coalesce(a.last_day >= :first, 1) AND {{where}} ORDER BY {IN_ORDER_OF_TIME}
"""  # noqa: S608

_AGREEMENTS = """
SELECT {fields} FROM agreement a JOIN partnership p ON p.pk = a.partnership
WHERE {wanted} AND {where} ORDER BY coalesce(a.end_day, a.signed), a.pk
"""

_REPLACED = "EXISTS (SELECT 1 FROM main.replaced_agreement r WHERE r.replaced = a.pk)"

_WANTED = {
    "agreements_signed": "first_day(a.signed) <= :last AND last_day(a.signed) >= :first",
    "agreements_ended": "a.end_day BETWEEN :first AND :last",
    "agreements_ending": f"a.end_day > :last AND a.end_day <= :soon AND NOT {_REPLACED}",
}
"""The agreements that the report lists, and the condition of each list."""

_HEADINGS = {
    "partners": "Partners",
    "began": "New partnerships",
    "ended": "Ended partnerships",
    "activities": "Activities",
    "planned": "Planned",
    "agreements_signed": "Agreements signed",
    "agreements_ended": "Agreements ended",
    "agreements_ending": "Agreements that end within the following year",
}

_PARTNER_VIEW = (
    View("Region", (("{region}",),)),
    View("Partnership", (("{name}", " ({abbreviation})"),)),
    View("Country", (("{countries}",),)),
    View("Status", (("{status}",),)),
)
_CHANGED_VIEW = (*_PARTNER_VIEW[1:], View("Since", (("{since}",),)), View("Until", (("{until}",),)))
_ACTIVITY_VIEW = (
    View("When", (("{when}", " ({calendar} year)"), ("phase {phase}",))),
    View("Partnership", (("{partnership}",),)),
    View("Activity", ACTIVITY_LINES),
)
_AGREEMENT_VIEW = (
    View("Partnership", (("{name}",),)),
    View("Agreement", (("{kind}",), ("{title}",))),
    View("Signed", (("{signed}",),)),
    View("Ends", (("{ends}",),)),
    View("State", (("{state}",),)),
)
_COUNTED = (Column("item", means="item"), Column("count", "number"))


def report(
    store: Store,
    year: int | None = None,
    selection: Selection = EVERYTHING,
    *,
    is_academic: bool = False,
) -> Card:
    """Return the report on a year of a selection of partnerships; without one, on the latest year.

    ``is_academic`` counts from April to March. Raises UsageError for what is no year.
    """
    period = period_of(store, year, is_academic=is_academic)
    values = {**selection.values, **clock(store, period.day), **period.bound}
    where = selection.condition
    lists = _lists(store, values, where)
    columns = [
        Column("year", "number"),
        Column("first", heading="From", means="time"),
        Column("last", heading="To", means="time"),
        Column("figures", "records", "In figures", _COUNTED),
        *(table.columns[0] for table in lists.values()),
        Column("kinds", "records", "Activities by kind", _COUNTED),
    ]
    rows = {key: [row[0] for row in table] for key, table in lists.items()}
    places = {key: _places(table.columns[0].columns) for key, table in lists.items()}
    row = (
        period.year,
        period.first,
        period.last,
        _figures(rows, places),
        *rows.values(),
        _kinds(rows["activities"], places["activities"]["kind"]),
    )
    return Card(
        columns,
        row,
        title=period.title(selection.described(store) if selection.is_filtered else ""),
        subtitle=home_names(store) or catalogue_title(store),
        footnotes=outside(store, period, selection),
        brief=lambda facts: brief(store, facts, period),
        next_steps=lambda _: steps(period),
        names=_names(store),
    )


def _lists(store: Store, values: Mapping[str, Any], where: str) -> dict[str, Table]:
    """Return the lists of a report, each as a table with one column of records."""
    partner, _ = with_home(store, _PARTNER)
    activity, _ = with_home(store, ACTIVITY)
    agreement, _ = with_home(store, AGREEMENT)
    there = list(read(store, partner, _PARTNERSHIPS + _IN_ORDER, values, where=where))
    region = SqlColumn(Column("region", means="item"), "")
    found = {
        "partners": _records("partners", (region, *partner), _by_region(partner, there)),
        "began": _records(
            "began", partner, read(store, partner, _PARTNERSHIPS + _BEGAN, values, where=where)
        ),
        "ended": _records(
            "ended", partner, read(store, partner, _PARTNERSHIPS + _ENDED, values, where=where)
        ),
        "activities": _records(
            "activities", activity, read(store, activity, _ACTIVITIES, values, where=where)
        ),
        "planned": _records(
            "planned", activity, read(store, activity, _PLANNED, values, where=where)
        ),
    }
    for key, wanted in _WANTED.items():
        rows = read(store, agreement, _AGREEMENTS, values, where=where, wanted=wanted)
        found[key] = _records(key, agreement, rows)
    return found


_VIEWS = {
    "partners": _PARTNER_VIEW,
    "began": _CHANGED_VIEW,
    "ended": _CHANGED_VIEW,
    "activities": _ACTIVITY_VIEW,
    "planned": _ACTIVITY_VIEW,
}


def _records(key: str, fields: Sequence[SqlColumn], rows: Any) -> Table:
    view = _VIEWS.get(key, _AGREEMENT_VIEW)
    column = Column(key, "records", _HEADINGS[key], columns_of(fields), view)
    return Table((column,), [(row,) for row in rows])


def _by_region(fields: Sequence[SqlColumn], rows: Sequence[Row]) -> list[Row]:
    """Return partnerships with the region of their first country in front, region by region."""
    place = _places(columns_of(fields))["countries"]
    found = [(region_of(row[place][0] if row[place] else None) or "", *row) for row in rows]
    return sorted(found, key=lambda row: (row[0] == "", str(row[0])))


def _places(columns: Sequence[Column]) -> dict[str, int]:
    return {column.key: place for place, column in enumerate(columns)}


def _figures(rows: Mapping[str, list[Row]], places: Mapping[str, dict[str, int]]) -> list[Row]:
    """Return the counts at the head of a report."""
    own = places["partners"]
    countries = {code for row in rows["partners"] for code in row[own["countries"]]}
    departments = {code for row in rows["partners"] for code in row[own["departments"]]}
    return [
        ("partnerships", len(rows["partners"])),
        ("partner countries", len(countries)),
        ("departments with a partnership", len(departments)),
        ("activities", len(rows["activities"])),
        ("agreements signed", len(rows["agreements_signed"])),
    ]


def _kinds(rows: Sequence[Row], place: int) -> list[Row]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row[place]] = counts.get(row[place], 0) + 1
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _names(store: Store) -> Any:
    """Return what gives the names for the ids and codes of the lists."""
    lists = ("partners", "began", "ended")
    kinds = {f"{key}.departments": "department" for key in lists}
    for key in ("activities", "planned"):
        kinds |= {f"{key}.partnership": "partnership", f"{key}.departments": "department"}
    kinds |= {f"{key}.departments": "department" for key in _WANTED}
    named = country_names(store)
    countries = {f"{key}.countries": lambda row: named(row["countries"]) for key in lists}
    states = {f"{key}.state": state_said for key in _WANTED}
    return {**namers(store, **kinds), **countries, **states}
